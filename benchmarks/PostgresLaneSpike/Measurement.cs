using System.Diagnostics;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using static PostgresLaneSpike.Samples;

namespace PostgresLaneSpike;

/// <summary>The same closed loop of 64 callers, each with a lane of its own, once with a commit per item and once with grouped commits.</summary>
internal sealed class Measurement(PostgresLanes lanes, CancellationToken cancellationToken)
{
    private const int Callers = 64, Writers = 2, Largest = 128;
    private const string Host = "host-1";
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    private readonly StoreId _store = StoreId.New(TimeProvider.System.GetUtcNow());

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public async Task RunAsync(TimeSpan each)
    {
        var one = await LoopAsync("append, one by one", each, 'a', AppendOneAsync, CommitOneAsync, AppendOnlyAsync);
        var grouped = await GroupedAsync("append, grouped", each, 'b', AppendOnlyAsync);
        Console.WriteLine($"  ratio {grouped / one:F1}");
        one = await LoopAsync("ordered turn (2 commits), one by one", each, 'c', AppendOneAsync, CommitOneAsync, TurnAsync);
        grouped = await GroupedAsync("ordered turn (2 commits), grouped", each, 'd', TurnAsync);
        Console.WriteLine($"  ratio {grouped / one:F1}");
        one = await LoopAsync("turn + closed send (3 commits), one by one", each, 'e', AppendOneAsync, CommitOneAsync, TurnAndSendAsync);
        grouped = await GroupedAsync("turn + closed send (3 commits), grouped", each, 'f', TurnAndSendAsync);
        Console.WriteLine($"  ratio {grouped / one:F1}");
    }

    private delegate Task Step(string lane, int n, Func<AppendItem, Task<AppendResult>> append, Func<CommitItem, Task<CommitResult>> commit);

    private async Task<double> GroupedAsync(string name, TimeSpan each, char prefix, Step step)
    {
        await using var appends = new GroupQueue<AppendItem, AppendResult>(
            Writers, Largest, async items => await lanes.AppendAsync(items, Claim(), Now, cancellationToken));
        await using var commits = new GroupQueue<CommitItem, CommitResult>(
            Writers, Largest, async items => await lanes.CommitAsync(items, Lease, Now, cancellationToken));
        return await LoopAsync(name, each, prefix, appends.RunAsync, commits.RunAsync, step);
    }

    private async Task<double> LoopAsync(
        string name, TimeSpan each, char prefix, Func<AppendItem, Task<AppendResult>> append, Func<CommitItem, Task<CommitResult>> commit, Step step)
    {
        var times = new List<double>[Callers];
        var warm = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(c => Task.Run(async () =>
        {
            times[c] = [];
            for (var n = 0; Stopwatch.GetElapsedTime(warm) < each * 1.3; n++)
            {
                var start = Stopwatch.GetTimestamp();
                await step($"{prefix}{c}", n, append, commit);
                if (Stopwatch.GetElapsedTime(warm) > each * 0.3)
                    times[c].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }, cancellationToken)));
        var all = times.SelectMany(t => t).Order().ToArray();
        var rate = all.Length / each.TotalSeconds;
        Console.WriteLine($"  {name,-42} {rate,8:N0} /s   p50 {all[all.Length / 2],6:F1} ms   p99 {all[all.Length * 99 / 100],6:F1} ms");
        return rate;
    }

    private static ClaimRequest Claim() => new(Host, Now, Lease, Largest, 0);

    private async Task<AppendResult> AppendOneAsync(AppendItem item) => (await lanes.AppendAsync([item], Claim(), Now, cancellationToken))[0];

    private async Task<CommitResult> CommitOneAsync(CommitItem item) => (await lanes.CommitAsync([item], Lease, Now, cancellationToken))[0];

    private EventAppend Incoming(string lane, int n) => Event(_store, $"{lane}-{n}", Now, UserId(lane), Phone(lane)) with { Payload = Payload };

    private Task AppendOnlyAsync(string lane, int n, Func<AppendItem, Task<AppendResult>> append, Func<CommitItem, Task<CommitResult>> commit) =>
        append(Incoming(lane, n));

    private async Task TurnAsync(string lane, int n, Func<AppendItem, Task<AppendResult>> append, Func<CommitItem, Task<CommitResult>> commit)
    {
        var work = (await append(Incoming(lane, n))).Work ?? throw new InvalidOperationException("The lane was not idle.");
        var done = await commit(Turn(work, Payload, null, new OutboxMessage(Guid.NewGuid(), SendClass.Conversational, Payload)));
        if (done.Outcome != CommitOutcome.Committed)
            throw new InvalidOperationException("The turn was not committed.");
    }

    private async Task TurnAndSendAsync(string lane, int n, Func<AppendItem, Task<AppendResult>> append, Func<CommitItem, Task<CommitResult>> commit)
    {
        var work = (await append(Incoming(lane, n))).Work ?? throw new InvalidOperationException("The lane was not idle.");
        var done = await commit(Turn(work, Payload, Host, new OutboxMessage(Guid.NewGuid(), SendClass.Conversational, Payload)));
        var sent = await commit(Close(done.Send!, Host, SendOutcome.Sent, $"{done.Send!.OutboxId:N}"));
        if (sent.Outcome != CommitOutcome.Committed)
            throw new InvalidOperationException("The send was not closed.");
    }
}
