using ShopBot.LoadTest.Running;
using ShopBot.TestSupport.Processes;
using ShopBot.TestSupport.Servers;
using Spectre.Console;

namespace ShopBot.LoadTest.Floor;

/// <summary>The floor alone, for a few group sizes.</summary>
internal static class FloorCommand
{
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(4);

    public static async Task<int> RunAsync(LoadOptions options, IAnsiConsole console, Action<string> progress)
    {
        foreach (var group in (int[])[1, 4, 16, 64])
        {
            progress($"Floor in groups of {group}");
            console.WriteLine($"{(options.UsesPostgres ? "PostgreSQL" : "SQLite")}, groups of {group}: {await MeasureAsync(options.UsesPostgres, new FloorWork(group, group), Each):N0} replies/s");
        }

        return 0;
    }

    /// <summary>On a database of its own, which nobody else uses.</summary>
    public static async Task<double> MeasureAsync(bool usesPostgres, FloorWork work, TimeSpan duration)
    {
        using var folder = new TempFolder();
        if (!usesPostgres)
        {
            using var floor = new SqliteFloor(folder.File("floor.db"));
            floor.Measure(work, TimeSpan.FromSeconds(1));
            return floor.Measure(work, duration);
        }

        await using var server = await PostgresServer.StartAsync(ownOnly: true, settings: "-c fsync=on -c full_page_writes=on -c synchronous_commit=on");
        await using var postgres = await PostgresFloor.CreateAsync($"{server.Address};Database=postgres");
        await postgres.MeasureAsync(work, TimeSpan.FromSeconds(1));
        return await postgres.MeasureAsync(work, duration);
    }
}
