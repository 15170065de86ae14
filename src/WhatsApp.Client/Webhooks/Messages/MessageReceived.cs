using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>
/// A message a customer sent.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/payload-examples">payload examples</see>.
/// </summary>
public abstract record MessageReceived : WebhookEvent
{
    private readonly long _ticks;
    private readonly MessageExtras? _extras;
    private LazyText _id;

    private protected MessageReceived()
    {
    }

    [SetsRequiredMembers]
    private protected MessageReceived(scoped in MessageParts parts)
        : base(parts.Origin)
    {
        _id = parts.Origin.Lazy(parts.Draft.Id);
        _ticks = parts.Draft.Ticks;
        _extras = parts.Extras;
        Type = parts.Type;
        From = parts.From;
        ContactRaw = parts.Origin.Memory(parts.Contact);
    }

    /// <summary>The message's id.</summary>
    public required MessageId Id
    {
        get => new(_id.Value!);
        init => _id = new LazyText(value.Value);
    }

    /// <summary>When the platform got it; may be days ago after an outage.</summary>
    public required DateTimeOffset Timestamp
    {
        get => new(_ticks, TimeSpan.Zero);
        init => _ticks = value.UtcTicks;
    }

    /// <summary>The platform's word for the kind, such as <c>text</c>, <c>interactive</c> or <c>image</c>. Empty when absent.</summary>
    public required string Type { get; init; }

    /// <summary>Who sent it.</summary>
    public required MessageSender From { get; init; }

    /// <summary>The message it answers, or that it was forwarded; null when it says neither. May be missing even on a tapped button.</summary>
    public MessageContext? Context
    {
        get => _extras?.Context;
        init => _extras = (_extras ?? new()) with { Context = value };
    }

    /// <summary>The group it was sent in; null in a conversation of two.</summary>
    public string? GroupId
    {
        get => _extras?.GroupId;
        init => _extras = (_extras ?? new()) with { GroupId = value };
    }

    /// <summary>The advertisement or post the person came from; null when none.</summary>
    public Referral? Referral
    {
        get => _extras?.Referral;
        init => _extras = (_extras ?? new()) with { Referral = value };
    }

    /// <summary>The keys of the person's app; null when the number does not check them.</summary>
    public SenderIdentity? Identity
    {
        get => _extras?.Identity;
        init => _extras = (_extras ?? new()) with { Identity = value };
    }

    /// <summary>Why the platform could not pass all of it on; empty otherwise.</summary>
    public IReadOnlyList<WebhookError> Errors
    {
        get => _extras?.Errors ?? [];
        init => _extras = (_extras ?? new()) with { Errors = ValueList<WebhookError>.Of(value) };
    }

    /// <summary>The exact JSON of the sender's contact card in the same delivery; empty when there was none. Personal data.</summary>
    public ReadOnlyMemory<byte> ContactRaw { get; init; }

    /// <inheritdoc/>
    public sealed override string DeduplicationKey => $"m:{PhoneNumberId?.Value}:{Id.Value}";
}
