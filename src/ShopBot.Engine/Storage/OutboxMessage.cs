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
public sealed record OutboxMessage(Guid Id, SendClass Class, ReadOnlyMemory<byte> Payload, string? TraceParent = null);

/// <summary>Sets a timer of the lane, or cancels it.</summary>
/// <param name="Name">The timer's name, unique in its lane; setting it again replaces it. At most 64 characters.</param>
/// <param name="DueAt">When it fires; null cancels it.</param>
/// <param name="Payload">Handed to the turn it causes, encrypted.</param>
public sealed record TimerChange(string Name, DateTimeOffset? DueAt, ReadOnlyMemory<byte> Payload = default);

/// <summary>A fact for the event log, committed with the turn that made it.</summary>
/// <param name="Id">Chosen by the caller.</param>
/// <param name="Kind">What happened, such as <c>cart.updated</c>; at most 64 characters.</param>
/// <param name="Payload">The content, encrypted.</param>
public sealed record DomainEventRow(Guid Id, string Kind, ReadOnlyMemory<byte> Payload);
