using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Turns;

/// <summary>
/// The stored form of a conversation: the documents of its flows, and around them what the engine keeps itself. The flow that answers is
/// <see cref="Current"/>; others keep theirs until the person comes back to them.
/// </summary>
/// <param name="Current">The flow that answers.</param>
public sealed partial record ConversationDocument(FlowDocument Current)
{
    /// <summary>Documents of flows the person was in before.</summary>
    public IReadOnlyList<FlowDocument> Others { get; init; } = [];

    /// <summary>The flow to go back to when the current one returns; null when it was not called by another.</summary>
    public string? Caller { get; init; }

    /// <summary>The language the customer chose; null for the store's.</summary>
    public string? Locale { get; init; }

    /// <summary>Who answers.</summary>
    public LaneControl Control { get; init; }

    /// <summary>When the flow takes over again from a person of the store; null when it does not by itself.</summary>
    public DateTimeOffset? HandBackAt { get; init; }

    /// <summary>How long both must be silent before the flow takes over again: every message moves <see cref="HandBackAt"/>. Null: it stays fixed.</summary>
    public TimeSpan? HandBackIdle { get; init; }

    /// <summary>Whether it was the customer who asked not to be written to.</summary>
    public bool OptedOut { get; init; }

    /// <summary>What came while a person of the store was in charge, oldest first; at most 32.</summary>
    public IReadOnlyList<HeldEvent> Held { get; init; } = [];

    /// <summary>When messages that waited through a downtime were answered together; older ones are not answered again.</summary>
    public DateTimeOffset? SummarisedAt { get; init; }

    /// <summary>How many questions were asked so far.</summary>
    public int Questions { get; init; }

    /// <summary>What an assistant and the person said lately, oldest first.</summary>
    public IReadOnlyList<TalkLine> Talk { get; init; } = [];

    /// <inheritdoc />
    public override string ToString() => $"ConversationDocument {{ Current = {Current}, Control = {Control} }}";
}
