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
public sealed record CommitResult(CommitOutcome Outcome, LaneWork? Work = null, SendWork? Send = null, string? Reason = null);
