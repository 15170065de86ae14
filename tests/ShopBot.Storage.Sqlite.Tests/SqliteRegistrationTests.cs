using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Storage;
using ShopBot.Shopping.Search;

namespace ShopBot.Storage.Sqlite.Tests;

public sealed class SqliteRegistrationTests
{
    [Fact]
    public void AddShopBotSqlite_WithoutOptions_UsesTheDefaultFile()
    {
        using var services = new ServiceCollection().AddShopBotSqlite().BuildServiceProvider();

        Assert.Equal("Data Source=shopbot.db", services.GetRequiredService<IOptions<SqliteStorageOptions>>().Value.ConnectionString);
    }

    [Fact]
    public void AddShopBotSqlite_CalledTwice_RegistersEachContractOnce()
    {
        var services = new ServiceCollection().AddShopBotSqlite().AddShopBotSqlite(o => o.ConnectionString = "Data Source=:memory:");

        foreach (var contract in new[] { typeof(ILaneStore), typeof(IStoreDirectory), typeof(ICredentialStore), typeof(ITicketStore), typeof(IKeyStore), typeof(IStorageLifecycle), typeof(IProductIndex), typeof(IExportStore) })
            Assert.Equal(ServiceLifetime.Singleton, Assert.Single(services, service => service.ServiceType == contract).Lifetime);

        using var provider = services.BuildServiceProvider();
        Assert.Equal("Data Source=:memory:", provider.GetRequiredService<IOptions<SqliteStorageOptions>>().Value.ConnectionString);
    }

    [Fact]
    public void AddShopBotSqlite_EmptyConnectionString_IsRefused()
    {
        using var services = new ServiceCollection().AddShopBotSqlite(o => o.ConnectionString = " ").BuildServiceProvider();

        var fault = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<ILaneStore>());
        Assert.Contains("ConnectionString is empty", fault.Message, StringComparison.Ordinal);
    }
}
