using System.Diagnostics;
using ShopBot.LoadTest.Faults;
using ShopBot.LoadTest.Journeys;
using ShopBot.LoadTest.Reporting;
using ShopBot.LoadTest.Visits;

namespace ShopBot.LoadTest.Running;

/// <summary>Load on a world: warm-up, a measured stretch, and a drain in which every open message must be answered.</summary>
internal static class Measurement
{
    private static readonly TimeSpan ProbeDelay = TimeSpan.FromMilliseconds(500);

    public static async Task<RunResult> RunAsync(
        string name, World world, LoadOptions options, Action<string> progress, FaultPlayer? faults = null, IReadOnlyList<Conversation>? conversations = null, Visitor? visitor = null)
    {
        var fsyncBefore = FsyncProbe.Run(world.Folder).Median;
        var ledger = new Ledger(conversations ?? world.Conversations);
        using var driver = new Driver(world.Emulator, ledger, options);
        var feed = new Feed(world.Emulator, ledger, driver.Answered);
        using var leaving = new CancellationTokenSource();
        using var stop = new CancellationTokenSource();
        var reading = await feed.StartAsync(leaving.Token);
        var driving = Task.Run(() => driver.RunAsync(stop.Token));

        progress($"{name}: warming up");
        await Task.Delay(options.Warmup);
        if (options.Rate == 0 && ledger.Answered > 0)
            feed.CorrectedInterval = (long)(options.Warmup.TotalMicroseconds * options.Concurrency / ledger.Answered);
        var probeFiles = Enumerable.Range(0, options.Hosts).Select(world.ProbeFile).ToArray();
        ledger.StartMeasuring();
        visitor?.StartMeasuring();
        var (usage, probe, answered, posts, events, began) = (Usage.Of(world), Probe.Read(probeFiles), ledger.Answered, ledger.WebhookPosts, ledger.WebhookEvents, Stopwatch.GetTimestamp());
        var (replyTimes, ackTimes, stepTimes) = (ledger.ReplyTimes, ledger.AckTimes, ledger.StepTimes);

        progress($"{name}: measuring");
        IReadOnlyList<string> notes = [];
        if (faults is not null)
            notes = await faults.PlayAsync(world, options, ledger, options.Duration, progress);
        else
            await WatchAsync(name, options.Duration, ledger, progress);

        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var (usageAfter, answeredAfter, postsAfter, eventsAfter) = (Usage.Of(world), ledger.Answered, ledger.WebhookPosts, ledger.WebhookEvents);
        var measuredReplies = Latency.Of(replyTimes);
        var measuredAcks = Latency.Of(ackTimes);
        var visits = visitor is null ? null : await visitor.FinishAsync();
        await Task.Delay(ProbeDelay);
        var during = Probe.Read(probeFiles).Since(probe);

        progress($"{name}: waiting for what is open");
        await stop.CancelAsync();
        await driving;
        var patience = faults is null ? TimeSpan.FromSeconds(30) : TimeSpan.FromSeconds(90);
        for (var waiting = Stopwatch.GetTimestamp(); ledger.Open > 0 && Stopwatch.GetElapsedTime(waiting) < patience;)
            await Task.Delay(50);
        // A second copy, if there is one, comes a little later than the first.
        await Task.Delay(faults is null ? 500 : 2_000);
        await leaving.CancelAsync();
        await reading;

        var replies = Math.Max(1, answeredAfter - answered);
        return new RunResult
        {
            Name = name,
            Seconds = Math.Round(took, 1),
            RepliesPerSecond = Math.Round(replies / took, 1),
            WebhooksPerSecond = Math.Round((postsAfter - posts) / took, 1),
            EventsPerSecond = Math.Round((eventsAfter - events) / took, 1),
            Reply = measuredReplies,
            Steps = stepTimes.OrderBy(entry => entry.Key).ToDictionary(entry => entry.Key.ToString(), entry => Latency.Of(entry.Value)),
            Acknowledgement = measuredAcks,
            StorageCallsPerReply = Math.Round(during.All("db.client.operation.duration").Count / (double)replies, 3),
            StorageMillisecondsPerTurn = Math.Round(during.All("db.client.operation.duration").Mean * 1000, 2),
            StorageCallP99 = Math.Round(during.All("db.client.operation.duration").Percentile(99), 2),
            ProcessingP99 = Math.Round(during.All("messaging.process.duration").Percentile(99), 2),
            AppendGroup = Math.Round(during["shopbot.storage.group_size/append"].Mean, 2),
            CommitGroup = Math.Round(during["shopbot.storage.group_size/commit"].Mean, 2),
            CacheHitRate = HitRate(during),
            ShopifyCallsPerReply = Math.Round(during.All("shopify.client.operation.duration").Count / (double)replies, 4),
            Processes = usageAfter.Processes.ToDictionary(entry => entry.Key, entry =>
            {
                var cpu = entry.Value.Cpu - usage.Processes[entry.Key].Cpu;
                return new ProcessUse(Math.Round(cpu.TotalSeconds / took, 3), Math.Round(cpu.TotalMicroseconds / replies, 1), Math.Round(entry.Value.Memory / 1048576.0, 1));
            }),
            Ledger = LedgerResult.Of(ledger, Probe.Read(probeFiles)["shopbot.outbox.maybe_duplicates"].Count + (faults?.FlaggedBefore ?? 0)),
            FsyncBefore = Math.Round(fsyncBefore),
            FsyncAfter = Math.Round(FsyncProbe.Run(world.Folder).Median),
            WebhookFailures = ledger.WebhookFailures,
            Late = driver.Starved,
            Notes = notes,
            Visits = visits,
        };
    }

    private static double HitRate(Probe during)
    {
        var (hits, misses) = (during.All("fusioncache.cache.hit").Count, during.All("fusioncache.cache.miss").Count);
        return hits + misses == 0 ? 0 : Math.Round(hits / (double)(hits + misses), 4);
    }

    private static async Task WatchAsync(string name, TimeSpan duration, Ledger ledger, Action<string> progress)
    {
        var began = Stopwatch.GetTimestamp();
        var (last, at) = (ledger.Answered, began);
        while (Stopwatch.GetElapsedTime(began) < duration)
        {
            await Task.Delay(Math.Clamp((int)(duration - Stopwatch.GetElapsedTime(began)).TotalMilliseconds, 1, 1000));
            var now = ledger.Answered;
            progress($"{name}: {(now - last) / Stopwatch.GetElapsedTime(at).TotalSeconds:N0} replies/s, {ledger.Open} open");
            (last, at) = (now, Stopwatch.GetTimestamp());
        }
    }
}
