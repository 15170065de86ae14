using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Storage;
using ShopBot.TestSupport.Servers;

namespace ShopBot.Benchmarks.Storage;

/// <summary>PostgreSQL on this machine, each commit durable. By hand in the same database; without an installed PostgreSQL these are left out.</summary>
[InvocationCount(512)]
public class PostgresStorageBenchmarks : StorageBenchmarks
{
    private PostgresServer _server = null!;
    private ServiceProvider _services = null!;
    private BareSql _bare = null!;

    private protected override async Task<(ILaneStore Lanes, IBareStorage Bare)> OpenAsync()
    {
        _server = await PostgresServer.StartAsync(settings: PostgresLoad.Settings);
        var connectionString = $"{_server.Address};Database=postgres";
        _services = new ServiceCollection().AddShopBotPostgres(options => options.ConnectionString = connectionString).BuildServiceProvider();
        await _services.GetRequiredService<IStorageLifecycle>().InitializeAsync(TimeProvider.System.GetUtcNow());
        _bare = new BareSql(connectionString);
        return (_services.GetRequiredService<ILaneStore>(), _bare);
    }

    private protected override async Task CloseAsync()
    {
        await _bare.DisposeAsync();
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }
}
