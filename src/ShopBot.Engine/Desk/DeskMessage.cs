using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Desk;

/// <summary>Something that was said in a conversation, or happened in it. Personal data.</summary>
public sealed record DeskMessage
{
    /// <summary>When it was accepted or written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who said it.</summary>
    public required DeskSpeaker Speaker { get; init; }

    /// <summary>The platform's word for its kind, such as <c>text</c> or <c>image</c>; of an event, the event's kind.</summary>
    public required string Kind { get; init; }

    /// <summary>What it says; empty when it holds no text.</summary>
    public string Text { get; init; } = "";

    /// <summary>The address of the picture above the text; null for none.</summary>
    public string? Picture { get; init; }

    /// <summary>What can be tapped below it.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Where a message that goes out stands; null for one that came in.</summary>
    public SendState? State { get; init; }

    /// <summary>How far a message that goes out got.</summary>
    public DeliveryStatus Delivery { get; init; }

    /// <summary>The platform's error code; null when there was none.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>Whether it is a dead letter.</summary>
    public bool Parked { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"DeskMessage {{ At = {At:O}, Speaker = {Speaker}, Kind = {Kind} }}";
}

/// <summary>Who said something.</summary>
public enum DeskSpeaker
{
    /// <summary>The customer.</summary>
    Customer,

    /// <summary>The bot.</summary>
    Bot,

    /// <summary>A person of the store.</summary>
    Person,

    /// <summary>Nobody: it happened, such as a paid order or a reminder that was due.</summary>
    System,
}
