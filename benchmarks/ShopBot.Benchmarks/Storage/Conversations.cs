using System.Security.Cryptography;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Benchmarks.Storage;

/// <summary>Callers with a conversation each, through the storage contract: one call per item, or grouped as the engine groups (one call under way, the rest waits for the next).</summary>
internal sealed class Conversations(ILaneStore lanes) : IAsyncDisposable
{
    private const string Host = "host-1";
    private const int Largest = 512;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    private readonly StoreId _store = StoreId.New(Now);
    private readonly byte[] _bytes = RandomNumberGenerator.GetBytes(600);
    private readonly GroupQueue<AppendItem, AppendResult> _appends = new(1, Largest, items => AppendAsync(lanes, items));
    private readonly GroupQueue<CommitItem, CommitResult> _commits = new(1, Largest, items => lanes.CommitAsync(items, Lease, Now).AsTask());
    private long _keys;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public async Task WarmUpAsync()
    {
        for (var round = 0; round < 3; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 64).Select(TurnOneAsync));
            await Task.WhenAll(Enumerable.Range(0, 64).Select(TurnGroupedAsync));
            await Task.WhenAll(Enumerable.Range(0, 64).Select(AppendOneAsync));
        }
    }

    // Appends alone go to conversations of their own, which nobody works off.
    public async Task AppendOneAsync(int caller) => await lanes.AppendAsync([Event(1_000 + caller)], null, Now);

    public Task AppendGroupedAsync(int caller) => _appends.RunAsync(Event(2_000 + caller));

    public async Task TurnOneAsync(int caller)
    {
        var work = (await AppendAsync(lanes, [Event(caller)]))[0].Work!;
        Check((await lanes.CommitAsync([Turn(work)], Lease, Now))[0]);
    }

    public async Task TurnGroupedAsync(int caller)
    {
        var work = (await _appends.RunAsync(Event(100 + caller))).Work!;
        Check(await _commits.RunAsync(Turn(work)));
    }

    public async ValueTask DisposeAsync()
    {
        await _appends.DisposeAsync();
        await _commits.DisposeAsync();
    }

    // One time for both: a lane is ready from the time of the append on.
    private static async Task<IReadOnlyList<AppendResult>> AppendAsync(ILaneStore lanes, IReadOnlyList<AppendItem> items)
    {
        var now = Now;
        return await lanes.AppendAsync(items, new ClaimRequest(Host, now, Lease, 10_000, 0), now);
    }

    private static void Check(CommitResult result)
    {
        if (result.Outcome != CommitOutcome.Committed)
            throw new InvalidOperationException("A turn was not committed.");
    }

    private EventAppend Event(int person) => new()
    {
        Store = _store,
        EventKey = $"event-{Interlocked.Increment(ref _keys)}",
        OccurredAt = Now,
        Payload = _bytes,
        Channel = "whatsapp",
        Kind = "whatsapp.message",
        Aliases = [new CustomerAlias(AliasKind.UserId, $"user-{person}", new byte[] { 1 })],
        OpensWindow = true,
    };

    // The message stays pending: who sends it is another measurement.
    private TurnCommit Turn(LaneWork work) => new()
    {
        Lane = work.Lane,
        Fence = work.Fence,
        StateVersion = work.StateVersion,
        State = _bytes,
        HandledThrough = work.Events[^1].Seq,
        Outbox = [new OutboxMessage(Guid.NewGuid(), SendClass.Conversational, _bytes)],
    };
}
