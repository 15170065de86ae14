using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A person took an earlier message back. Comes for numbers that are used in the WhatsApp Business app as well.</summary>
public sealed record RevokeReceived : MessageReceived
{
    /// <summary>Creates an event, for tests.</summary>
    public RevokeReceived()
    {
    }

    [SetsRequiredMembers]
    internal RevokeReceived(scoped in MessageParts parts, JsonTree json)
        : base(parts)
    {
        OriginalMessageId = new MessageId(json.Id("original_message_id")!);
    }

    /// <summary>The message taken back.</summary>
    public required MessageId OriginalMessageId { get; init; }
}
