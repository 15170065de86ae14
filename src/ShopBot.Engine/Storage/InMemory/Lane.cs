using ShopBot.Engine.Customers;

namespace ShopBot.Engine.Storage.InMemory;

/// <summary>One lane with everything that belongs to it.</summary>
internal sealed class Lane(LaneKey key)
{
    private readonly List<LaneEvent> _waiting = [];
    private readonly List<OutboxEntry> _open = [];
    private readonly List<StepResult> _steps = [];
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

    public LaneControl Control { get; set; }

    /// <summary>When something was last accepted or written.</summary>
    public DateTimeOffset ActiveAt { get; set; }

    /// <summary>When the customer last wrote, by the platform's clock.</summary>
    public DateTimeOffset? LastInboundAt { get; private set; }

    public int WaitingCount => _waiting.Count;

    /// <summary>Everything that came in and is not yet forgotten, in order of acceptance.</summary>
    public List<Received> History { get; } = [];

    /// <summary>Everything that goes out and is not yet forgotten, in the order written.</summary>
    public List<OutboxEntry> Written { get; } = [];

    /// <summary>The domain events that wait to be delivered.</summary>
    public LaneFacts Facts { get; } = new(key);

    /// <summary>The row that must be closed before any later one goes; null when none is open.</summary>
    public OutboxEntry? OutboxHead => _open.Count > 0 ? _open[0] : null;

    public bool IsFree(DateTimeOffset now) => Owner is null || LeaseUntil <= now;

    public bool CanLease(DateTimeOffset now) => HasWaiting && ReadyAt <= now && IsFree(now);

    public bool CanSend(DateTimeOffset now) => OutboxHead is { State: OutboxState.Pending } head && head.DueAt <= now;

    /// <summary>Puts an event at the end; returns its place.</summary>
    public long Add(LaneEvent item, DateTimeOffset now)
    {
        if (!HasWaiting)
            ReadyAt = now;

        var added = item with { Seq = _nextSeq, Payload = item.Payload.ToArray() };
        _waiting.Add(added);
        History.Add(new Received(added, now));
        ActiveAt = now;
        return _nextSeq++;
    }

    public void HeardAt(DateTimeOffset at) => LastInboundAt = LastInboundAt > at ? LastInboundAt : at;

    /// <summary>Keeps a step's result for a repeated turn over the head; false when the lease is not the current one.</summary>
    public bool Keep(StepCommit step)
    {
        if (Owner is null || Fence != step.Fence || HeadSeq != step.Seq)
            return false;

        if (!_steps.Exists(kept => kept.Step == step.Step))
            _steps.Add(new StepResult(step.Step, step.Result.ToArray()));
        return true;
    }

    /// <summary>Takes over what waits in another lane, which ends.</summary>
    public void Absorb(Lane other, DateTimeOffset now)
    {
        foreach (var waiting in other._waiting)
        {
            Add(waiting, now);
            other.History.RemoveAll(row => row.Event.Seq == waiting.Seq);
        }

        other._waiting.Clear();
        foreach (var (name, timer) in other.Timers)
            Timers.TryAdd(name, timer);
        other.Timers.Clear();
        if (other.LastInboundAt is { } heard)
            HeardAt(heard);
        other.SaveState(default);
        other.Owner = null;
    }

    public Received? FindParked(long seq) => History.Find(row => row.Event.Seq == seq && row.Cause is not null);

    /// <summary>Puts a dead letter back at the end; returns its new place.</summary>
    public long Replay(long seq, DateTimeOffset now)
    {
        var parked = FindParked(seq)!;
        History.Remove(parked);
        return Add(parked.Event with { Attempts = 0 }, now);
    }

    /// <summary>Forgets what is done since long.</summary>
    public void Forget(DateTimeOffset before)
    {
        History.RemoveAll(row => row.At <= before && row.Cause is null && row.Event.Seq < (HeadSeq ?? long.MaxValue));
        Written.RemoveAll(row => !row.IsOpen && row.ClosedAt <= before);
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

        if (until == DateTimeOffset.MinValue)
            Owner = null;
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

    public void RemoveThrough(long seq)
    {
        if (_waiting.RemoveAll(waiting => waiting.Seq <= seq) > 0)
            _steps.Clear();
    }

    public void CountFailure() => _waiting[0] = _waiting[0] with { Attempts = _waiting[0].Attempts + 1 };

    public void ParkHead(string cause, DateTimeOffset now)
    {
        CountFailure();
        var row = History.Find(row => row.Event.Seq == _waiting[0].Seq)!;
        (row.Event, row.Cause, row.ParkedAt) = (_waiting[0], cause, now);
        _waiting.RemoveAt(0);
        _steps.Clear();
    }

    public void Add(OutboxEntry row, DateTimeOffset now)
    {
        row.DueAt = now;
        _open.Add(row);
        Written.Add(row);
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
        LastInboundAt = LastInboundAt,
        Steps = [.. _steps],
    };

    /// <summary>An event that came in, done or not.</summary>
    internal sealed class Received(LaneEvent item, DateTimeOffset at)
    {
        public LaneEvent Event { get; set; } = item;

        public DateTimeOffset At => at;

        /// <summary>Why it is a dead letter; null when it is none.</summary>
        public string? Cause { get; set; }

        public DateTimeOffset ParkedAt { get; set; }
    }
}
