using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Storage;
using ShopBot.Shopping.Search;

namespace ShopBot.Storage.Postgres.Tests.Schema;

public sealed class RegistrationTests
{
    private static readonly Type[] Contracts =
    [
        typeof(ILaneStore), typeof(IConversationReader), typeof(IErasure), typeof(IHostBus), typeof(IStoreDirectory), typeof(ICredentialStore), typeof(ITicketStore), typeof(IKeyStore),
        typeof(IStorageLifecycle), typeof(IProductIndex), typeof(IExportStore),
    ];

    [Fact]
    public void AddShopBotPostgres_CalledTwice_RegistersEachContractOnce()
    {
        var services = new ServiceCollection().AddShopBotPostgres(o => o.ConnectionString = "Host=a").AddShopBotPostgres(o => o.ConnectionString = "Host=b");

        foreach (var contract in Contracts)
            Assert.Equal(ServiceLifetime.Singleton, Assert.Single(services, service => service.ServiceType == contract).Lifetime);
        using var provider = services.BuildServiceProvider();
        Assert.Equal("Host=b", provider.GetRequiredService<IOptions<PostgresStorageOptions>>().Value.ConnectionString);
    }

    [Fact]
    public void Defaults_are_the_documented_ones()
    {
        var options = new PostgresStorageOptions();

        Assert.Equal(("", "", "", false, true), (options.ConnectionString, options.ReplicaConnectionString, options.DirectConnectionString, options.ThroughPooler, options.Migrate));
        Assert.Equal((TimeSpan.FromSeconds(20), TimeSpan.FromMilliseconds(10)), (options.RetryFor, options.NotifyEvery));
    }

    [Theory]
    [InlineData("ConnectionString is empty")]
    [InlineData("RetryFor must be 0 to 5 minutes")]
    [InlineData("NotifyEvery must be 5 to 20 milliseconds")]
    public void Every_wrong_option_is_said(string fault)
    {
        using var services = new ServiceCollection().AddShopBotPostgres(o =>
        {
            o.ConnectionString = " ";
            o.RetryFor = TimeSpan.FromMinutes(6);
            o.NotifyEvery = TimeSpan.FromSeconds(1);
        }).BuildServiceProvider();

        Assert.Contains(fault, Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<ILaneStore>()).Message, StringComparison.Ordinal);
    }
}
