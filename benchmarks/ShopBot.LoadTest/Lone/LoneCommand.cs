using System.Globalization;
using ShopBot.LoadTest.Journeys;
using ShopBot.LoadTest.Reporting;
using ShopBot.LoadTest.Running;
using Spectre.Console;

namespace ShopBot.LoadTest.Lone;

/// <summary>
/// How long one customer waits for a host that has nothing else to do, beside a bare bot on the same platform. The difference is what the host adds to Graph's own time. The host runs
/// without the load test's listener, and each message comes when everything of the one before is over.
/// </summary>
internal static class LoneCommand
{
    private const int PerSecond = 4;
    private const int WarmUpPerSecond = 40;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    /// <summary>So many that nobody meets the platform's limit of 45 messages in a row.</summary>
    private const int Customers = 80;

    private const double MostAbove = 10;

    public static async Task<int> RunAsync(LoadOptions options, IAnsiConsole console, Action<string> progress)
    {
        var lone = options with { Hosts = 1, Stores = 1, Customers = Customers, Rate = PerSecond, Apps = 1, HasProbe = false, Bursts = false, Warmup = TimeSpan.FromSeconds(10) };
        await using var world = await World.BuildAsync(lone, progress);
        // A host that has served for a while, with its code compiled and its shop in the cache.
        await Measurement.RunAsync("Host, warming up", world, lone with { Rate = WarmUpPerSecond, Duration = WarmUp }, progress);
        await using var bot = await BareBot.StartAsync(world, lone.Stores);
        var strangers = world.Conversations.Select((conversation, i) => new Conversation(lone.Stores, conversation.Phone, lone.Seed + i)).ToList();
        var bare = await Measurement.RunAsync("Bare bot", world, lone, progress, conversations: strangers);
        var host = await Measurement.RunAsync("Host, one message at a time", world, lone, progress);
        var above = new Latency(host.Reply.P50 - bare.Reply.P50, host.Reply.P95 - bare.Reply.P95, host.Reply.P99 - bare.Reply.P99, host.Reply.Max - bare.Reply.Max);
        console.WriteLine(Text("bare bot", bare.Reply));
        console.WriteLine(Text("host", host.Reply));
        console.WriteLine(Text($"the host adds (goal <= {MostAbove} ms)", above));
        foreach (var (step, latency) in host.Steps)
            console.WriteLine(Text($"  {step}", latency));
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fsync {host.FsyncBefore} us before, {host.FsyncAfter} us after"));
        console.WriteLine(Report.Text(host.Ledger));
        await Report.KeepAsync(options, new { bare, host, above });
        return above.P50 <= MostAbove && above.P95 <= MostAbove && host.Ledger.IsClean && bare.Ledger.IsClean ? 0 : 1;
    }

    private static string Text(string what, Latency latency) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}: reply p50 {latency.P50:F2}, p95 {latency.P95:F2}, p99 {latency.P99:F2}, max {latency.Max:F2} ms");
}
