using ShopBot.LoadTest.Floor;
using ShopBot.LoadTest.Reporting;
using ShopBot.LoadTest.Running;
using Spectre.Console;

namespace ShopBot.LoadTest;

/// <summary>
/// The whole pipeline as fast as it goes, the same with grouping off, at half its speed, and the floor with the pipeline's own grouping, one after the other in one run.
/// </summary>
internal static class Capacity
{
    public static async Task<int> RunAsync(LoadOptions options, IAnsiConsole console, Action<string> progress)
    {
        var storage = options.UsesPostgres ? "PostgreSQL" : "SQLite";
        var full = await OnceAsync($"{storage}, as fast as it goes", options);
        var alone = await OnceAsync($"{storage}, grouping off", options with { Group = 1 });
        var half = await OnceAsync($"{storage}, at half capacity", options with { Rate = Math.Floor(full.RepliesPerSecond / 2) });
        progress("Floor with the same grouping");
        var floor = await FloorCommand.MeasureAsync(options.UsesPostgres, new FloorWork(Math.Max(1, full.AppendGroup), Math.Max(1, full.CommitGroup)), TimeSpan.FromSeconds(5));
        console.WriteLine(string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"Floor {floor:N0} replies/s; pipeline / floor {full.RepliesPerSecond / floor:P0} (goal >= 40 %); grouped / not grouped {full.RepliesPerSecond / alone.RepliesPerSecond:F2} (goal >= 3)"));
        await Report.KeepAsync(options, new { full, alone, half, floor, ofFloor = full.RepliesPerSecond / floor, grouping = full.RepliesPerSecond / alone.RepliesPerSecond });
        return full.Ledger.IsClean && alone.Ledger.IsClean && half.Ledger.IsClean ? 0 : 1;

        async Task<RunResult> OnceAsync(string name, LoadOptions with)
        {
            await using var world = await World.BuildAsync(with, progress);
            var result = await Measurement.RunAsync(name, world, with, progress);
            Report.Show(console, result);
            return result;
        }
    }
}
