using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Storage;
using ShopBot.Storage.Postgres;
using ShopBot.TestSupport.Servers;

namespace ShopBot.Benchmarks.Storage;

/// <summary>
/// What grouping is worth on PostgreSQL, beside bare SQL that writes the same rows, on one server in one run.
/// <c>dotnet run -c Release --project benchmarks/ShopBot.Benchmarks -- postgres</c>; about 90 s. Only ratios are worth keeping.
/// </summary>
internal static class PostgresLoad
{
    /// <summary>A server that makes every commit durable.</summary>
    public const string Settings = "-c fsync=on -c full_page_writes=on -c synchronous_commit=on -c checkpoint_timeout=30min";

    public static async Task RunAsync()
    {
        await using var server = await PostgresServer.StartAsync(settings: Settings);
        var connectionString = $"{server.Address};Database=postgres";
        await using var services = new ServiceCollection().AddShopBotPostgres(options => options.ConnectionString = connectionString).BuildServiceProvider();
        await services.GetRequiredService<IStorageLifecycle>().InitializeAsync(TimeProvider.System.GetUtcNow());
        await using var bare = new BareSql(connectionString);
        await StorageLoad.RunAsync(services.GetRequiredService<ILaneStore>(), bare, connections: [4, 8, 16, 32], batches: [1, 2, 3, 4]);
    }
}
