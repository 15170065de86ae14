using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>
/// A message a customer sent.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/payload-examples">payload examples</see>.
/// </summary>
public abstract record MessageReceived : WebhookEvent
{
    private protected MessageReceived()
    {
    }

    [SetsRequiredMembers]
    private protected MessageReceived(in MessageOrigin origin)
        : base(origin.Event)
    {
        Id = origin.Id;
        Timestamp = origin.Timestamp;
        Type = origin.Type;
        From = origin.From;
        Context = origin.Context;
        GroupId = origin.GroupId;
        ContactRaw = origin.ContactRaw;
    }

    /// <summary>The message's id.</summary>
    public required MessageId Id { get; init; }

    /// <summary>When the platform got it; may be days ago after an outage.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The platform's word for the kind, such as <c>text</c>, <c>interactive</c> or <c>image</c>. Empty when absent.</summary>
    public required string Type { get; init; }

    /// <summary>Who sent it.</summary>
    public required MessageSender From { get; init; }

    /// <summary>The message it answers, or that it was forwarded; null when it says neither. May be missing even on a tapped button.</summary>
    public MessageContext? Context { get; init; }

    /// <summary>The group it was sent in; null in a conversation of two.</summary>
    public string? GroupId { get; init; }

    /// <summary>The exact JSON of the sender's contact card in the same delivery; empty when there was none. Personal data.</summary>
    public ReadOnlyMemory<byte> ContactRaw { get; init; }

    /// <inheritdoc/>
    public sealed override string DeduplicationKey => $"m:{PhoneNumberId?.Value}:{Id.Value}";
}
