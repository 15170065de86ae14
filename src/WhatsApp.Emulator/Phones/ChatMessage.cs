namespace WhatsApp.Emulator;

/// <summary>One message as the person sees it. A later state of the same message is another record with the same id.</summary>
public sealed record ChatMessage
{
    /// <summary>The message id (<c>wamid.…</c>).</summary>
    public required string Id { get; init; }

    /// <summary>True when the business wrote it.</summary>
    public required bool IsFromBusiness { get; init; }

    /// <summary>The platform's type: <c>text</c>, <c>image</c>, <c>interactive</c> and so on.</summary>
    public required string Type { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How far it has come: <c>pending</c> (not accepted by the other side's server), <c>sent</c>, <c>delivered</c> or <c>read</c>.</summary>
    public string Status { get; init; } = "pending";

    /// <summary>The header text, or null.</summary>
    public string? Header { get; init; }

    /// <summary>The text, body or caption, or null.</summary>
    public string? Text { get; init; }

    /// <summary>The footer, or null.</summary>
    public string? Footer { get; init; }

    /// <summary>Where the picture or file is: the link of the business, or a path of the emulator. Null without media.</summary>
    public string? MediaUrl { get; init; }

    /// <summary><c>image</c>, <c>video</c>, <c>audio</c>, <c>document</c> or <c>sticker</c>; null without media.</summary>
    public string? MediaKind { get; init; }

    /// <summary>The file name of a document, or null.</summary>
    public string? FileName { get; init; }

    /// <summary>The reply buttons below the message.</summary>
    public IReadOnlyList<ChatButton> Buttons { get; init; } = [];

    /// <summary>The label that opens the list, or null when there is no list.</summary>
    public string? ListButton { get; init; }

    /// <summary>The sections of the list.</summary>
    public IReadOnlyList<ChatSection> Sections { get; init; } = [];

    /// <summary>The link button, or null.</summary>
    public ChatLink? Link { get; init; }

    /// <summary>The message this one answers, or null.</summary>
    public string? QuotedId { get; init; }

    /// <summary>The id of the tapped button or row; null for anything else.</summary>
    public string? ChoiceId { get; init; }

    /// <summary>The emoji the other side reacted with, or null.</summary>
    public string? Reaction { get; init; }

    /// <summary>The send request of the business as JSON; null for the person's own messages.</summary>
    public string? Json { get; init; }

    /// <summary>The platform's object of the person's own message as JSON, where the page shows more of it than text and media; otherwise null.</summary>
    internal string? Content { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"ChatMessage {Type} {Status}";
}
