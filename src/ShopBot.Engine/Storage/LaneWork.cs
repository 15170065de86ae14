using ShopBot.Engine.Customers;

namespace ShopBot.Engine.Storage;

/// <summary>A lane leased to the caller, with what waits in it.</summary>
public sealed record LaneWork
{
    /// <summary>The lane.</summary>
    public required LaneKey Lane { get; init; }

    /// <summary>The number of this lease. A commit under an older fence is refused.</summary>
    public required long Fence { get; init; }

    /// <summary>When the lease ends unless renewed.</summary>
    public required DateTimeOffset LeaseUntil { get; init; }

    /// <summary>Version of <see cref="State"/>; 0 when there is none yet.</summary>
    public required long StateVersion { get; init; }

    /// <summary>The conversation's state document, encrypted; empty when there is none yet.</summary>
    public required ReadOnlyMemory<byte> State { get; init; }

    /// <summary>The first waiting events in order; at most 32.</summary>
    public required IReadOnlyList<LaneEvent> Events { get; init; }

    /// <summary>By what names the customer can be reached: by kind, of one kind the newest first.</summary>
    public required IReadOnlyList<CustomerAlias> Aliases { get; init; }

    /// <summary>When the customer last wrote, by the platform's clock; null when never.</summary>
    public DateTimeOffset? LastInboundAt { get; init; }

    /// <summary>What earlier turns over the first event kept (<see cref="StepCommit"/>).</summary>
    public IReadOnlyList<StepResult> Steps { get; init; } = [];
}

/// <summary>The kept result of one step of a turn.</summary>
/// <param name="Step">The step's name.</param>
/// <param name="Result">The result, encrypted.</param>
public sealed record StepResult(string Step, ReadOnlyMemory<byte> Result);

/// <summary>Who answers in a lane.</summary>
public enum LaneControl
{
    /// <summary>The flow.</summary>
    Bot = 0,

    /// <summary>A person of the store.</summary>
    Human = 1,

    /// <summary>Nobody: the customer asked not to be written to.</summary>
    Muted = 2,
}

/// <summary>One waiting event of a lane.</summary>
/// <param name="Seq">Its place in the lane.</param>
/// <param name="EventKey">Its key, unique per store; of a timer (kind <c>timer</c>) see <see cref="StorageRules.TimerEventKey"/>.</param>
/// <param name="Kind">What the payload is.</param>
/// <param name="Payload">The content, encrypted.</param>
/// <param name="OccurredAt">When it happened by the platform's clock.</param>
/// <param name="Attempts">How many turns over it failed so far.</param>
/// <param name="TraceParent">W3C trace context of its delivery.</param>
public sealed record LaneEvent(
    long Seq, string EventKey, string Kind, ReadOnlyMemory<byte> Payload, DateTimeOffset OccurredAt, int Attempts, string? TraceParent);
