using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Storage.Testing;

/// <summary>A test of one provider, with a clock that stands still and one store.</summary>
public abstract class StorageTests(Func<StorageHarness> open) : IAsyncLifetime
{
    protected const string Host = "host-1";
    protected const string OtherHost = "host-2";

    protected static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    protected static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    protected static readonly TimeSpan ReconcileAfter = TimeSpan.FromSeconds(20);
    protected static readonly TimeSpan RetainFor = TimeSpan.FromDays(14);

    protected StorageHarness Storage { get; } = open();

    protected ILaneStore Lanes => Storage.Lanes;

    protected StoreId Store { get; } = StoreId.New(Start);

    protected DateTimeOffset Now { get; private set; } = Start;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await Storage.Lifecycle.InitializeAsync(Now, Token);

    public async ValueTask DisposeAsync() => await Storage.DisposeAsync();

    protected void Pass(TimeSpan time) => Now += time;

    protected EventAppend Event(string key, string person = "ada") => Sample.Event(Store, key, Now, Sample.UserId(person));

    protected ClaimRequest ClaimFor(string owner, int maxLanes = 100, int maxSends = 100) => new(owner, Now, Lease, maxLanes, maxSends);

    protected async Task<AppendResult> AppendAsync(AppendItem item, string? claimFor = null) => (await AppendAllAsync([item], claimFor))[0];

    protected async Task<IReadOnlyList<AppendResult>> AppendAllAsync(IReadOnlyList<AppendItem> items, string? claimFor = null) =>
        await Lanes.AppendAsync(items, claimFor is null ? null : ClaimFor(claimFor), Now, Token);

    protected async Task<ClaimResult> ClaimAsync(string owner = Host, int maxLanes = 100, int maxSends = 100) =>
        await Lanes.ClaimAsync(ClaimFor(owner, maxLanes, maxSends), Token);

    protected async Task<CommitResult> CommitAsync(CommitItem item) => (await Lanes.CommitAsync([item], Lease, Now, Token))[0];

    protected async Task<CommitResult> ParkAsync(ParkItem item) => (await Lanes.ParkAsync([item], Lease, Now, Token))[0];

    protected async Task<SweepResult> SweepAsync(int maxItems = 100) =>
        await Lanes.SweepAsync(new SweepRequest(Now, ReconcileAfter, RetainFor, maxItems), Token);

    /// <summary>Appends one event and leases its lane in the same call.</summary>
    protected async Task<LaneWork> LeaseAsync(string key = "m1", string person = "ada", string owner = Host)
    {
        var result = await AppendAsync(Event(key, person), owner);
        Assert.NotNull(result.Work);
        return result.Work;
    }

    /// <summary>Commits a turn that writes the messages; returns the first of them, being sent.</summary>
    protected async Task<SendWork> SendAsync(params OutboxMessage[] messages)
    {
        var work = await LeaseAsync($"cause-{messages[0].Id:N}");
        var result = await CommitAsync(Sample.Turn(work) with { Outbox = messages, SendAs = Host });
        Assert.NotNull(result.Send);
        return result.Send;
    }

    /// <summary>Brings a message into the state Unknown: its send ended without an answer.</summary>
    protected async Task<SendWork> SendWithoutAnswerAsync(params OutboxMessage[] messages)
    {
        var send = await SendAsync(messages);
        var result = await CommitAsync(Sample.Close(send, SendOutcome.Unknown));
        Assert.Equal(CommitOutcome.Committed, result.Outcome);
        Assert.Null(result.Send);
        return send;
    }

    protected async Task<OutboxFacts> OutboxAsync(Guid id)
    {
        var facts = await Storage.FindOutboxAsync(Store, id);
        Assert.NotNull(facts);
        return facts;
    }
}
