namespace ShopBot.Engine.Storage;

/// <summary>One member of a grouped commit.</summary>
public abstract record CommitItem
{
    private protected CommitItem()
    {
    }

    /// <summary>The lane it belongs to.</summary>
    public required LaneKey Lane { get; init; }
}

/// <summary>The whole result of a turn, all or nothing, guarded by the fence and the state version.</summary>
public sealed record TurnCommit : CommitItem
{
    /// <summary>The lease under which the turn ran.</summary>
    public required long Fence { get; init; }

    /// <summary>The version of the state the turn began with.</summary>
    public required long StateVersion { get; init; }

    /// <summary>The new state, encrypted.</summary>
    public required ReadOnlyMemory<byte> State { get; init; }

    /// <summary>Every event up to this place is done.</summary>
    public required long HandledThrough { get; init; }

    /// <summary>Messages to send.</summary>
    public IReadOnlyList<OutboxMessage> Outbox { get; init; } = [];

    /// <summary>Timers to set or cancel.</summary>
    public IReadOnlyList<TimerChange> Timers { get; init; } = [];

    /// <summary>Facts for the event log.</summary>
    public IReadOnlyList<DomainEventRow> Events { get; init; } = [];

    /// <summary>Owner that will send the first sendable row at once (it is written as Sending); null leaves it Pending.</summary>
    public string? SendAs { get; init; }

    /// <summary>Who answers in this lane from now on; kept in plain form for lists.</summary>
    public LaneControl Control { get; init; }

    /// <summary>Another lane of the same person that this one takes over; its lease is held by the same caller.</summary>
    public AbsorbedLane? Absorb { get; init; }
}

/// <summary>
/// A lane that ends in another one, all in the commit of the other's turn, or not at all: when the fence is not the current one, the turn is stale.
/// Its aliases become the other customer's, its waiting events go behind the other lane's in their order, its timers too unless the other has one of
/// that name. Its open outbox rows stay and are still sent, to the merged person. Events for the absorbed customer go to the other from now on.
/// Kept steps of its first event are dropped, so that event comes to its end before a merge.
/// </summary>
/// <param name="Lane">The lane that ends; of the same store and channel.</param>
/// <param name="Fence">The lease under which its state was read.</param>
public sealed record AbsorbedLane(LaneKey Lane, long Fence);

/// <summary>
/// Keeps the result of an outside call made by a turn, before the turn goes on, so that a repeated turn does not repeat it. Guarded by the fence. The first result
/// of a step stays. Kept until its event is done.
/// </summary>
public sealed record StepCommit : CommitItem
{
    /// <summary>The lease under which the turn runs.</summary>
    public required long Fence { get; init; }

    /// <summary>The event that the turn is about.</summary>
    public required long Seq { get; init; }

    /// <summary>The step's name, unique in the turn; 1 to 64 characters.</summary>
    public required string Step { get; init; }

    /// <summary>The result, encrypted; at most 1 MiB.</summary>
    public required ReadOnlyMemory<byte> Result { get; init; }
}

/// <summary>
/// Closes a delivery of domain events. Guarded by owner and fence. The answer carries the lane's next events under the same lease, when there are any and none must wait.
/// </summary>
public sealed record EventCommit : CommitItem
{
    /// <summary>Who delivered.</summary>
    public required string Owner { get; init; }

    /// <summary>The delivery's fence.</summary>
    public required long Fence { get; init; }

    /// <summary>Every event up to this number is delivered; one less than the first when none was.</summary>
    public required long Through { get; init; }

    /// <summary>When to try the next event again: its attempt is counted and the lane's events rest until then.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Why the last event (<see cref="Through"/>) was given up instead of delivered, such as an exception's type name; null when it was delivered.</summary>
    public string? Cause { get; init; }
}

/// <summary>How an attempt to send ended.</summary>
public enum SendOutcome
{
    /// <summary>The platform took it and named it.</summary>
    Sent,

    /// <summary>The platform refused it for good.</summary>
    Rejected,

    /// <summary>Provably not taken; try again at <see cref="SendCommit.RetryAt"/>.</summary>
    Retry,

    /// <summary>Nobody knows. It waits for a status; later messages of the lane wait behind it.</summary>
    Unknown,
}

/// <summary>
/// Closes an attempt to send. Guarded by owner and attempt: the answer counts as long as no later attempt began, even when the row was given up as unknown
/// meanwhile. A row that a status closed keeps its state. Whatever the outcome, the answer carries the lane's next sendable row.
/// </summary>
public sealed record SendCommit : CommitItem
{
    /// <summary>The row.</summary>
    public required Guid OutboxId { get; init; }

    /// <summary>The attempt that ended.</summary>
    public required int Attempt { get; init; }

    /// <summary>Who made it; also becomes the owner of the lane's next sendable row.</summary>
    public required string Owner { get; init; }

    /// <summary>How it ended.</summary>
    public required SendOutcome Outcome { get; init; }

    /// <summary>Keyed hash of the platform's message id, when sent.</summary>
    public string? MessageRef { get; init; }

    /// <summary>The platform's message id, encrypted, when sent.</summary>
    public ReadOnlyMemory<byte> MessageId { get; init; }

    /// <summary>The platform's error code, when there was one.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>When to try again.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Facts for the event log, written when this closes the row.</summary>
    public IReadOnlyList<DomainEventRow> Events { get; init; } = [];
}

/// <summary>
/// Gives up a turn over one event: for a while (<see cref="RetryAt"/> set: the attempt is counted and the lane rests until then),
/// or for good (null: the event becomes a visible dead letter and the lane goes on with the next).
/// </summary>
public sealed record ParkItem : CommitItem
{
    /// <summary>The lease under which the turn ran.</summary>
    public required long Fence { get; init; }

    /// <summary>The event at the head of the lane.</summary>
    public required long Seq { get; init; }

    /// <summary>The kind of fault, such as an exception's type name; never content. At most 256 characters.</summary>
    public required string Cause { get; init; }

    /// <summary>When to try again; null parks for good.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Messages to send, such as the apology.</summary>
    public IReadOnlyList<OutboxMessage> Outbox { get; init; } = [];

    /// <summary>Facts for the event log.</summary>
    public IReadOnlyList<DomainEventRow> Events { get; init; } = [];

    /// <summary>Owner that will send the first sendable row at once; null leaves it Pending.</summary>
    public string? SendAs { get; init; }
}

/// <summary>What became of one member of a grouped commit.</summary>
public enum CommitOutcome
{
    /// <summary>Committed.</summary>
    Committed,

    /// <summary>The fence, the state version, the owner or the attempt is no longer the current one; nothing of it was written.</summary>
    Stale,

    /// <summary>This member alone could not be stored; the others were.</summary>
    Refused,
}

/// <summary>The answer for one member of a grouped commit.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Work">More events came meanwhile: the lease goes on under the same fence. Null: the lane was released.</param>
/// <param name="Send">The lane's first sendable row, now Sending for the owner named in the item; null when there is none.</param>
/// <param name="Reason">Why it was refused, without content.</param>
/// <param name="Events">The lane's next domain events, after an <see cref="EventCommit"/>.</param>
public sealed record CommitResult(CommitOutcome Outcome, LaneWork? Work = null, SendWork? Send = null, string? Reason = null, EventWork? Events = null);
