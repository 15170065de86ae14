using System.Globalization;
using ShopBot.LoadTest.Floor;
using ShopBot.LoadTest.Reporting;
using ShopBot.LoadTest.Running;
using ShopBot.LoadTest.Visits;
using Spectre.Console;

namespace ShopBot.LoadTest;

/// <summary>
/// The whole pipeline as fast as it goes, the same with grouping off, with PostgreSQL the same with two hosts, at half its speed with an owner and programs that ask pages and API routes
/// meanwhile, and the floor with the pipeline's own grouping, one after the other in one run.
/// </summary>
internal static class Capacity
{
    // Fewer visits than this tell no 99th percentile.
    private static readonly TimeSpan ShortestVisit = TimeSpan.FromSeconds(40);

    public static async Task<int> RunAsync(LoadOptions options, IAnsiConsole console, Action<string> progress)
    {
        var storage = options.UsesPostgres ? "PostgreSQL" : "SQLite";
        var full = await OnceAsync($"{storage}, as fast as it goes", options);
        var alone = await OnceAsync($"{storage}, grouping off", options with { Group = 1 });
        var two = options.UsesPostgres ? await OnceAsync($"{storage}, two hosts", options with { Hosts = 2 * options.Hosts }) : null;
        var half = await OnceAsync(
            $"{storage}, at half capacity",
            options with { Rate = Math.Floor(full.RepliesPerSecond / 2), Duration = options.Duration > ShortestVisit ? options.Duration : ShortestVisit },
            isVisited: true);
        progress("Floor with the same grouping");
        var floor = await FloorCommand.MeasureAsync(options.UsesPostgres, new FloorWork(Math.Max(1, full.AppendGroup), Math.Max(1, full.CommitGroup)), TimeSpan.FromSeconds(5));
        Say($"Floor {floor:N0} replies/s; pipeline / floor {full.RepliesPerSecond / floor:P0} (goal >= 40 %); grouped / not grouped {full.RepliesPerSecond / alone.RepliesPerSecond:F2} (goal >= 3)");
        if (two is not null)
            Say($"Two hosts / one host {two.RepliesPerSecond / full.RepliesPerSecond:F2}");
        var visits = half.Visits!;
        Say($"At half capacity: pages p50 {visits.Pages.P50:F1}, p99 {visits.Pages.P99:F1} ms; API routes p50 {visits.Api.P50:F1}, p99 {visits.Api.P99:F1} ms (goal: p99 < 100)");
        await Report.KeepAsync(options, new
        {
            full, alone, two, half, floor, ofFloor = full.RepliesPerSecond / floor, grouping = full.RepliesPerSecond / alone.RepliesPerSecond, secondHost = two?.RepliesPerSecond / full.RepliesPerSecond,
        });
        return full.Ledger.IsClean && alone.Ledger.IsClean && half.Ledger.IsClean && two?.Ledger.IsClean != false && visits.Wrong.Count == 0 ? 0 : 1;

        async Task<RunResult> OnceAsync(string name, LoadOptions with, bool isVisited = false)
        {
            await using var world = await World.BuildAsync(with, progress);
            await using var visitor = isVisited ? await Visitor.StartAsync(world) : null;
            var result = await Measurement.RunAsync(name, world, with, progress, visitor: visitor);
            Report.Show(console, result);
            return result;
        }

        void Say(FormattableString text) => console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
    }
}
