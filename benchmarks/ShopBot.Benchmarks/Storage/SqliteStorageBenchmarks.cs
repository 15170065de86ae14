using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Storage;

namespace ShopBot.Benchmarks.Storage;

/// <summary>SQLite, each commit durable (<c>synchronous=FULL</c>). By hand in a file of its own.</summary>
[InvocationCount(512)]
public class SqliteStorageBenchmarks : StorageBenchmarks
{
    private readonly List<ServiceProvider> _services = [];
    private string _folder = "";
    private BareSqlite _bare = null!;

    private protected override async Task<(ILaneStore Lanes, IBareStorage Bare)> OpenAsync()
    {
        _folder = Directory.CreateTempSubdirectory("shopbot-benchmark-").FullName;
        await StartAsync("bare.db");
        var services = await StartAsync("shop.db");
        _bare = new BareSqlite(ConnectionTo("bare.db"));
        return (services.GetRequiredService<ILaneStore>(), _bare);
    }

    private protected override async Task CloseAsync()
    {
        _bare.Dispose();
        foreach (var services in _services)
            await services.DisposeAsync();
        _services.Clear();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<ServiceProvider> StartAsync(string file)
    {
        var services = new ServiceCollection().AddShopBotSqlite(options => options.ConnectionString = ConnectionTo(file)).BuildServiceProvider();
        _services.Add(services);
        await services.GetRequiredService<IStorageLifecycle>().InitializeAsync(TimeProvider.System.GetUtcNow());
        return services;
    }

    private string ConnectionTo(string file) => $"Data Source={Path.Combine(_folder, file)}";
}
