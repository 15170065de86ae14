using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Storage;

namespace ShopBot.Benchmarks.Storage;

/// <summary>
/// What grouping is worth on SQLite, beside bare SQL that writes the same rows into a file of its own, in one run.
/// <c>dotnet run -c Release --project benchmarks/ShopBot.Benchmarks -- sqlite</c>; about 40 s.
/// </summary>
internal static class SqliteLoad
{
    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("shopbot-load-").FullName;
        try
        {
            var file = $"Data Source={Path.Combine(folder, "bare.db")}";
            await using (var schema = Provider(file))
                await schema.GetRequiredService<IStorageLifecycle>().InitializeAsync(TimeProvider.System.GetUtcNow());
            await using var services = Provider($"Data Source={Path.Combine(folder, "shop.db")}");
            await services.GetRequiredService<IStorageLifecycle>().InitializeAsync(TimeProvider.System.GetUtcNow());
            using var bare = new BareSqlite(file);
            // One writer is all that a file has, so one at once is the best there is for bare SQL.
            await StorageLoad.RunAsync(services.GetRequiredService<ILaneStore>(), bare, connections: [1], batches: [1]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ServiceProvider Provider(string connectionString) =>
        new ServiceCollection().AddShopBotSqlite(options => options.ConnectionString = connectionString).BuildServiceProvider();
}
