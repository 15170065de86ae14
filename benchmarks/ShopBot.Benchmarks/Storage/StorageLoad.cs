using System.Diagnostics;
using ShopBot.Engine.Storage;

namespace ShopBot.Benchmarks.Storage;

/// <summary>The same measurements on every provider. Closed loop, 64 callers with a conversation each, rows of 600 bytes.</summary>
internal static class StorageLoad
{
    private const int Callers = 64;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(4);

    /// <param name="lanes">The provider.</param>
    /// <param name="bare">The same work in bare SQL.</param>
    /// <param name="connections">How many at once are tried where each does one thing per commit; the best counts.</param>
    /// <param name="batches">The same for bare batches of twenty.</param>
    public static async Task RunAsync(ILaneStore lanes, IBareSql bare, int[] connections, int[] batches)
    {
        var folder = Path.GetTempPath();
        // As many tries as the others have, so that a busy moment of the machine counts for all alike.
        var grouped = connections.Select(_ => Callers).ToArray();
        Console.WriteLine($"{Environment.ProcessorCount} cores, load {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]}; {FsyncProbe.Run(folder)}");
        var people = new Conversations(lanes);
        await people.WarmUpAsync();
        await bare.WarmUpAsync(Callers);

        var (loneBare, lone) = await MediansAsync(bare.InsertOneAsync, () => people.AppendOneAsync(0));
        Console.WriteLine($"lone append: {lone:F0} us, bare INSERT: {loneBare:F0} us, added {lone - loneBare:F0} us (goal < 1000)");

        var bareAppend = await BestAsync("append, bare SQL, one per commit", connections, count => LoopAsync(count, bare.AppendAsync));
        var oneAppend = await BestAsync("append, one per call", connections, count => LoopAsync(count, people.AppendOneAsync));
        var appends = await BestAsync("append, grouped", grouped, count => LoopAsync(count, people.AppendGroupedAsync));
        Console.WriteLine($"  grouped / bare single commits: {appends / bareAppend:F2} (goal >= 2); grouped / one per call: {appends / oneAppend:F2}");

        var oneTurn = await BestAsync("turn, one message per transaction", connections, count => LoopAsync(count, people.TurnOneAsync));
        var turns = await BestAsync("turn, grouped", grouped, count => LoopAsync(count, people.TurnGroupedAsync));
        var batch = await BestAsync("turn, bare SQL, 20 per commit", batches, count => LoopAsync(count, bare.TwentyTurnsAsync, 20));
        Console.WriteLine($"  grouped / one message per transaction: {turns / oneTurn:F2} (goal >= 3); grouped / bare batches of 20: {turns / batch:P0} (goal >= 40 %)");
        Console.WriteLine($"load {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]}; {FsyncProbe.Run(folder)}");
        await people.DisposeAsync();
    }

    private static async Task<double> BestAsync(string what, int[] counts, Func<int, Task<double>> run)
    {
        var best = (Rate: 0.0, Count: 0);
        foreach (var count in counts)
        {
            var rate = await run(count);
            if (rate > best.Rate)
                best = (rate, count);
        }

        Console.WriteLine($"{what}: {best.Rate:F0}/s (best of {string.Join(", ", counts)} at once: {best.Count})");
        return best.Rate;
    }

    /// <summary>Each caller does the next thing when the one before is done; returns things per second.</summary>
    private static async Task<double> LoopAsync(int callers, Func<int, Task> one, int each = 1)
    {
        var start = Stopwatch.GetTimestamp();
        var done = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var count = 0L;
            while (Stopwatch.GetElapsedTime(start) < Span)
            {
                await one(caller);
                count += each;
            }

            return count;
        })));
        return done.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>In turns, so that a slow moment of the machine or its disk meets both.</summary>
    private static async Task<(double, double)> MediansAsync(Func<Task> first, Func<Task> second)
    {
        var times = (First: new double[600], Second: new double[600]);
        for (var i = 0; i < times.First.Length; i++)
        {
            times.First[i] = await TimeAsync(first);
            times.Second[i] = await TimeAsync(second);
        }

        Array.Sort(times.First);
        Array.Sort(times.Second);
        return (times.First[^(times.First.Length / 2)], times.Second[^(times.Second.Length / 2)]);
    }

    private static async Task<double> TimeAsync(Func<Task> one)
    {
        var start = Stopwatch.GetTimestamp();
        await one();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }
}
