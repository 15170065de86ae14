namespace ShopBot.Engine.Storage;

/// <summary>What may be done when nobody knows whether a message was sent.</summary>
public enum SendClass
{
    /// <summary>Sent again when no status came in time: silence is worse than a rare second copy.</summary>
    Conversational = 0,

    /// <summary>Never sent again by itself: it costs money or promises something. Shown as uncertain.</summary>
    Paid = 1,
}

/// <summary>A message to send after the commit, in the order written, per lane.</summary>
/// <param name="Id">Chosen by the caller, so that a repeated turn writes the same row.</param>
/// <param name="Class">What to do when its outcome stays unknown.</param>
/// <param name="Payload">The message, encrypted.</param>
/// <param name="TraceParent">W3C trace context of the turn.</param>
/// <param name="WantsStatus">Its statuses are reported to the host (<see cref="AppendResult.StatusLane"/>).</param>
public sealed record OutboxMessage(Guid Id, SendClass Class, ReadOnlyMemory<byte> Payload, string? TraceParent = null, bool WantsStatus = false);

/// <summary>Sets a timer of the lane, or cancels it.</summary>
/// <param name="Name">The timer's name, unique in its lane; setting it again replaces it. At most 64 characters.</param>
/// <param name="DueAt">When it fires; null cancels it.</param>
/// <param name="Payload">Handed to the turn it causes, encrypted.</param>
public sealed record TimerChange(string Name, DateTimeOffset? DueAt, ReadOnlyMemory<byte> Payload = default);

/// <summary>A fact for the event log, committed with the turn that made it.</summary>
/// <param name="Id">Chosen by the caller.</param>
/// <param name="Kind">What happened, such as <c>cart.updated</c>; at most 64 characters.</param>
/// <param name="Payload">The content, encrypted.</param>
/// <param name="Deliver">Numbered within its lane and handed to who claims domain events; false: only logged.</param>
public sealed record DomainEventRow(Guid Id, string Kind, ReadOnlyMemory<byte> Payload, bool Deliver = false);

/// <summary>Domain events of one lane to deliver, in order; leased to the owner.</summary>
public sealed record EventWork
{
    /// <summary>The lane.</summary>
    public required LaneKey Lane { get; init; }

    /// <summary>The number of this delivery's lease.</summary>
    public required long Fence { get; init; }

    /// <summary>When the lease ends.</summary>
    public required DateTimeOffset LeaseUntil { get; init; }

    /// <summary>The first undelivered events, in order; at most 32.</summary>
    public required IReadOnlyList<LoggedEvent> Events { get; init; }
}

/// <summary>A domain event as it stands in the log.</summary>
/// <param name="Number">Its number among the delivered events of its lane, from 1.</param>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Payload">The content, encrypted.</param>
/// <param name="RecordedAt">When it was committed.</param>
/// <param name="Attempts">How many deliveries of it failed so far.</param>
public sealed record LoggedEvent(long Number, Guid Id, string Kind, ReadOnlyMemory<byte> Payload, DateTimeOffset RecordedAt, int Attempts);
