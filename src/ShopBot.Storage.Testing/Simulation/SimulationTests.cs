using System.Globalization;

namespace ShopBot.Storage.Testing.Simulation;

/// <summary>
/// Seeded schedules of a small cluster over the provider: hosts that die, commit late and have wrong clocks, a platform that delivers twice and out of order, sends
/// without an answer, people who turn out to be one. After each the books must balance. A failing seed is printed; <c>SHOPBOT_SIMULATION_SEED</c> replays it alone.
/// </summary>
public abstract class SimulationTests(Func<StorageHarness> open) : StorageTests(open)
{
    [Fact]
    public async Task Nothing_is_lost_doubled_or_reordered_whatever_the_schedule()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("SHOPBOT_SIMULATION_SEED"), CultureInfo.InvariantCulture, out var one))
        {
            await RunAsync(one);
            return;
        }

        for (var seed = 1; seed <= Storage.SimulationSeeds; seed++)
            await RunAsync(seed);
    }

    private async Task RunAsync(int seed)
    {
        var cluster = new Cluster(Lanes, seed, Start);
        await cluster.RunAsync(Token);
        foreach (var store in cluster.Stores)
            await Storage.Erasure.EraseStoreAsync(store, Token);
    }
}
