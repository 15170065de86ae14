using ShopBot.Engine.Storage;
using WhatsApp.Client;

namespace ShopBot.Engine.Turns;

/// <summary>What a turn wants done. Nothing of it has happened yet.</summary>
public sealed record TurnResult
{
    /// <summary>The conversation as it is to be stored.</summary>
    public required ConversationDocument Document { get; init; }

    /// <summary>Messages to the person, in order.</summary>
    public IReadOnlyList<OutgoingMessage> Replies { get; init; } = [];

    /// <summary>Timers to set or cancel.</summary>
    public IReadOnlyList<TimerEffect> Timers { get; init; } = [];

    /// <summary>Facts for the event log.</summary>
    public IReadOnlyList<RaisedEvent> Events { get; init; } = [];

    /// <summary>How many events the turn handled: 1, or more when it also took some of <see cref="TurnInput.Following"/>.</summary>
    public int Handled { get; init; } = 1;

    /// <summary>Who answers in the conversation from now on. The document says the same; here it is in plain form, for lists.</summary>
    public LaneControl Control { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"TurnResult {{ Replies = {Replies.Count}, Timers = {Timers.Count}, Events = {Events.Count} }}";
}

/// <summary>Sets or cancels a timer of the conversation.</summary>
/// <param name="Name">The timer's name; setting it again replaces it.</param>
/// <param name="DueAt">When it fires; null cancels.</param>
/// <param name="Payload">JSON handed to the turn it causes.</param>
public sealed record TimerEffect(string Name, DateTimeOffset? DueAt, ReadOnlyMemory<byte> Payload = default);

/// <summary>A fact to be logged with the commit.</summary>
/// <param name="Kind">What happened, such as <c>cart.updated</c>.</param>
/// <param name="Payload">JSON.</param>
public sealed record RaisedEvent(string Kind, ReadOnlyMemory<byte> Payload);
