using ShopBot.LoadTest.Growth;
using ShopBot.LoadTest.Reporting;
using ShopBot.LoadTest.Running;
using Spectre.Console;

namespace ShopBot.LoadTest.Faults;

/// <summary>
/// Every named fault under a moderate load, once on one host with SQLite and once on two hosts with PostgreSQL and Redis. The ledger must be clean in both; a customer may be told to
/// try again only where the fault allows it.
/// </summary>
internal static class FaultCommand
{
    private const int Rate = 40;
    private const int Stores = 6;
    private const int CustomersPerStore = 120;

    /// <summary>Below this, what does not depend on the set-up is played in the first one only.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(1);

    private static readonly string[] OfSeveralHosts = ["kill-host", "rolling-restart", "stop-postgres", "split-network", "redis-gone", "redis-hangs", "duplicate-webhooks"];

    public static async Task<int> RunAsync(LoadOptions options, IAnsiConsole console, Action<string> progress)
    {
        var names = options.Faults.Count > 0 ? options.Faults : ["all"];
        var common = options with
        {
            Rate = options.Rate > 0 ? options.Rate : Rate, Stores = Math.Min(options.Stores, Stores), Customers = CustomersPerStore, Warmup = TimeSpan.FromSeconds(2), Faults = names,
        };
        List<(string Name, LoadOptions Options)> setups =
        [
            ("One host, SQLite", common with { UsesPostgres = false, UsesRedis = false, Hosts = 1 }),
            ("Two hosts, PostgreSQL, Redis", common with { UsesPostgres = true, UsesRedis = true, Hosts = 2 }),
        ];
        var results = new List<RunResult>();
        foreach (var (name, setup) in setups.Where(setup => !options.NamesStorage || setup.Options.UsesPostgres == options.UsesPostgres))
        {
            var player = new FaultPlayer(setup.Hosts > 1 && options.Duration < Short && names is ["all"] ? OfSeveralHosts : names);
            var faults = player.Of(setup);
            if (faults.Count == 0)
                continue;
            await using var world = await World.BuildAsync(setup, progress);
            await using var growth = GrowthWatch.Start(world);
            var result = await Measurement.RunAsync(name, world, setup, progress, player);
            progress($"{name}: letting everything grow old");
            result = result with { Growth = await growth.FinishAsync(options.Duration) };
            Report.Show(console, result);
            if (!result.Holds)
                console.WriteLine(string.Join('\n', world.Hosts.Select(host => $"--- {host.Name}\n{host.Output}")));
            results.Add(result);
        }

        await Report.KeepAsync(options, results);
        console.WriteLine(results.TrueForAll(result => result.Ledger.IsClean) ? "Every message has its one right effect." : "The ledger is not clean.");
        console.WriteLine(results.TrueForAll(result => result.Growth!.IsFlat) ? "Nothing grows that should not." : "Something grows that should not.");
        return results.TrueForAll(result => result.Holds) ? 0 : 1;
    }
}
