using ShopBot.Engine.Customers;

namespace ShopBot.Engine.Storage.InMemory;

/// <summary>One lane with everything that belongs to it.</summary>
internal sealed class Lane(LaneKey key)
{
    private readonly List<LaneEvent> _waiting = [];
    private readonly List<OutboxEntry> _open = [];
    private long _nextSeq = 1;

    public LaneKey Key => key;

    public DateTimeOffset ReadyAt { get; private set; }

    /// <summary>Who holds the lane; null when nobody does.</summary>
    public string? Owner { get; private set; }

    public DateTimeOffset LeaseUntil { get; private set; }

    public long Fence { get; private set; }

    public long StateVersion { get; private set; }

    public ReadOnlyMemory<byte> State { get; private set; }

    public bool HasWaiting => _waiting.Count > 0;

    public long? HeadSeq => HasWaiting ? _waiting[0].Seq : null;

    public long LastSeq => _nextSeq - 1;

    public Dictionary<string, TimerChange> Timers { get; } = [];

    /// <summary>Dead letters, with their causes.</summary>
    public List<(LaneEvent Event, string Cause)> Parked { get; } = [];

    /// <summary>The row that must be closed before any later one goes; null when none is open.</summary>
    public OutboxEntry? OutboxHead => _open.Count > 0 ? _open[0] : null;

    public bool CanLease(DateTimeOffset now) => HasWaiting && ReadyAt <= now && (Owner is null || LeaseUntil <= now);

    public bool CanSend(DateTimeOffset now) => OutboxHead is { State: OutboxState.Pending } head && head.DueAt <= now;

    /// <summary>Puts an event at the end; returns its place.</summary>
    public long Add(LaneEvent item, DateTimeOffset now)
    {
        if (!HasWaiting)
            ReadyAt = now;

        _waiting.Add(item with { Seq = _nextSeq, Payload = item.Payload.ToArray() });
        return _nextSeq++;
    }

    public LaneWork Lease(string owner, DateTimeOffset until, IReadOnlyList<CustomerAlias> aliases)
    {
        (Owner, LeaseUntil, Fence) = (owner, until, Fence + 1);
        return Work(aliases);
    }

    public bool Renew(long fence, DateTimeOffset until)
    {
        if (Owner is null || Fence != fence)
            return false;

        LeaseUntil = until;
        return true;
    }

    /// <summary>Keeps the lease while events wait, else gives it back.</summary>
    public LaneWork? GoOn(DateTimeOffset now, TimeSpan lease, IReadOnlyList<CustomerAlias> aliases)
    {
        ReadyAt = now;
        LeaseUntil = now + lease;
        if (HasWaiting)
            return Work(aliases);

        Owner = null;
        return null;
    }

    /// <summary>Gives the lease back; the lane rests until <paramref name="readyAt"/>.</summary>
    public void Rest(DateTimeOffset readyAt) => (Owner, ReadyAt) = (null, readyAt);

    public void SaveState(ReadOnlyMemory<byte> state) => (State, StateVersion) = (state.ToArray(), StateVersion + 1);

    public void RemoveThrough(long seq) => _waiting.RemoveAll(waiting => waiting.Seq <= seq);

    public void CountFailure() => _waiting[0] = _waiting[0] with { Attempts = _waiting[0].Attempts + 1 };

    public void ParkHead(string cause)
    {
        CountFailure();
        Parked.Add((_waiting[0], cause));
        _waiting.RemoveAt(0);
    }

    public void Add(OutboxEntry row, DateTimeOffset now)
    {
        row.DueAt = now;
        _open.Add(row);
    }

    /// <summary>Ends a row; the one behind it may go now.</summary>
    public void Close(OutboxEntry row, OutboxState state, DateTimeOffset now)
    {
        (row.State, row.ClosedAt) = (state, now);
        _open.Remove(row);
    }

    private LaneWork Work(IReadOnlyList<CustomerAlias> aliases) => new()
    {
        Lane = key,
        Fence = Fence,
        LeaseUntil = LeaseUntil,
        StateVersion = StateVersion,
        State = State,
        Events = [.. _waiting.Take(StorageRules.MaxEvents)],
        Aliases = aliases,
    };
}
