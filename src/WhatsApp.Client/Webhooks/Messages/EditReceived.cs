using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A person changed an earlier message. Comes for numbers that are used in the WhatsApp Business app as well.</summary>
public sealed record EditReceived : MessageReceived
{
    /// <summary>Creates an event, for tests.</summary>
    public EditReceived()
    {
    }

    [SetsRequiredMembers]
    internal EditReceived(scoped in MessageParts parts, JsonTree json)
        : base(parts)
    {
        OriginalMessageId = new MessageId(json.Id("original_message_id")!);
        ContentType = json["message"].Id("type") ?? "";
        Text = ContentText.Of(json["message"]);
    }

    /// <summary>The message that was changed.</summary>
    public required MessageId OriginalMessageId { get; init; }

    /// <summary>The kind of the changed message, such as <c>text</c>. Empty when absent.</summary>
    public required string ContentType { get; init; }

    /// <summary>What it says now: the text, or the caption of a file; null when neither.</summary>
    public string? Text { get; init; }
}
