using System.Diagnostics;
using System.Globalization;

namespace ShopBot.Benchmarks.WhatsApp;

/// <summary>
/// Two benchmarks in short turns, one after the other. A processor that is shared, or a scheduler that moves a loopback server about, makes either of
/// them half as slow again for minutes on end; in turns both meet the same machine. Budgets: 1.15 for a signature, 1.25 for a send over loopback.
/// </summary>
internal static class Turns
{
    public const string Command = "turns";
    private const int Count = 300;

    /// <returns>Whether the arguments asked for this.</returns>
    public static bool TryRun(string[] arguments)
    {
        if (arguments is not [Command])
            return false;
        Signature(batch: false);
        Signature(batch: true);
        SendAsync(SendBenchmarks.Transport.Loopback).GetAwaiter().GetResult();
        SendAsync(SendBenchmarks.Transport.InMemory).GetAwaiter().GetResult();
        return true;
    }

    private static void Signature(bool batch)
    {
        const int calls = 500;
        var benchmark = new SignatureBenchmarks { Batch = batch };
        benchmark.Setup();
        var (floors, ours) = (new double[Count], new double[Count]);
        for (var turn = -Count; turn < Count; turn++)
        {
            var started = Stopwatch.GetTimestamp();
            for (var i = 0; i < calls; i++)
                benchmark.BareHash();
            var between = Stopwatch.GetTimestamp();
            for (var i = 0; i < calls; i++)
                benchmark.Verify();
            if (turn >= 0)
                (floors[turn], ours[turn]) = (Microseconds(started, between) / calls, Microseconds(between, Stopwatch.GetTimestamp()) / calls);
        }

        Tell($"signature, {(batch ? "batch of 50" : "one message")}", floors, ours);
    }

    private static async Task SendAsync(SendBenchmarks.Transport transport)
    {
        const int calls = 100;
        var benchmark = new SendBenchmarks { Through = transport };
        benchmark.Setup();
        var (floors, ours) = (new double[Count], new double[Count]);
        for (var turn = -Count; turn < Count; turn++)
        {
            var started = Stopwatch.GetTimestamp();
            for (var i = 0; i < calls; i++)
                await benchmark.PostPrebuilt();
            var between = Stopwatch.GetTimestamp();
            for (var i = 0; i < calls; i++)
                await benchmark.Send();
            if (turn >= 0)
                (floors[turn], ours[turn]) = (Microseconds(started, between) / calls, Microseconds(between, Stopwatch.GetTimestamp()) / calls);
        }

        benchmark.Cleanup();
        Tell($"send, {transport}", floors, ours);
    }

    private static double Microseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMicroseconds;

    private static void Tell(string what, double[] floors, double[] ours) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: floor {Median(floors):F2} us, ours {Median(ours):F2} us, median of {Count} ratios {Median(ours.Zip(floors, static (our, floor) => our / floor)):F2}"));

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Count / 2);
}
