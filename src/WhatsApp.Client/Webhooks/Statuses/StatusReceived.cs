using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>
/// How far an outgoing message came. Statuses of one message come in any order, more than once, and may come before the send's own answer.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components#statuses-object">statuses</see>.
/// </summary>
public sealed record StatusReceived : WebhookEvent
{
    private readonly long _ticks;
    private readonly StatusExtras? _extras;
    private LazyText _messageId;
    private LazyText _recipientWaId;
    private LazyText _recipientUserId;
    private LazyText _callbackData;

    /// <summary>Creates an event, for tests.</summary>
    public StatusReceived()
    {
    }

    [SetsRequiredMembers]
    internal StatusReceived(in EventOrigin origin, in StatusDraft draft, string status)
        : base(origin)
    {
        _ticks = draft.Ticks;
        _extras = draft.HasExtras ? StatusExtras.Read(origin.Tree(origin.Raw)) : null;
        _messageId = origin.Lazy(draft.Id);
        _recipientWaId = origin.Lazy(draft.RecipientId);
        _recipientUserId = origin.Lazy(draft.RecipientUserId);
        _callbackData = origin.Lazy(draft.CallbackData);
        Status = new MessageStatus(status);
        Pricing = draft.Pricing.IsPresent ? Pricing.Create(origin, draft.Pricing) : null;
        Errors = draft.Errors.IsPresent ? WebhookErrors.Read(origin.Span(draft.Errors)) : ValueList<WebhookError>.Empty;
    }

    /// <summary>The outgoing message.</summary>
    public required MessageId MessageId
    {
        get => new(_messageId.Value!);
        init => _messageId = new LazyText(value.Value);
    }

    /// <summary>How far it came.</summary>
    public required MessageStatus Status { get; init; }

    /// <summary>When that happened.</summary>
    public required DateTimeOffset Timestamp
    {
        get => new(_ticks, TimeSpan.Zero);
        init => _ticks = value.UtcTicks;
    }

    /// <summary>The customer's phone number, digits only (a group's id for groups); null when it is hidden.</summary>
    public string? RecipientWaId
    {
        get => _recipientWaId.Value;
        init => _recipientWaId = new LazyText(value);
    }

    /// <summary>The customer's business-scoped user id; null on failures of messages sent by phone.</summary>
    public string? RecipientUserId
    {
        get => _recipientUserId.Value;
        init => _recipientUserId = new LazyText(value);
    }

    /// <summary>The customer's parent user id; null when absent.</summary>
    public string? RecipientParentUserId
    {
        get => _extras?.RecipientParentUserId;
        init => _extras = (_extras ?? new()) with { RecipientParentUserId = value };
    }

    /// <summary><c>group</c> for groups; null otherwise.</summary>
    public string? RecipientType
    {
        get => _extras?.RecipientType;
        init => _extras = (_extras ?? new()) with { RecipientType = value };
    }

    /// <summary>The keys of the customer's app, when the message was sent with them; null otherwise.</summary>
    public string? RecipientIdentityKeyHash
    {
        get => _extras?.RecipientIdentityKeyHash;
        init => _extras = (_extras ?? new()) with { RecipientIdentityKeyHash = value };
    }

    /// <summary>The group member this status is about, by phone or else by user id; null outside groups.</summary>
    public string? ParticipantId => ParticipantWaId ?? ParticipantUserId;

    /// <summary>The phone number of the group member this status is about; null when hidden or outside groups.</summary>
    public string? ParticipantWaId
    {
        get => _extras?.ParticipantWaId;
        init => _extras = (_extras ?? new()) with { ParticipantWaId = value };
    }

    /// <summary>The user id of the group member this status is about; null when absent or outside groups.</summary>
    public string? ParticipantUserId
    {
        get => _extras?.ParticipantUserId;
        init => _extras = (_extras ?? new()) with { ParticipantUserId = value };
    }

    /// <summary>The parent user id of the group member this status is about; null when absent or outside groups.</summary>
    public string? ParticipantParentUserId
    {
        get => _extras?.ParticipantParentUserId;
        init => _extras = (_extras ?? new()) with { ParticipantParentUserId = value };
    }

    /// <summary>The text given with the send (<see cref="SendOptions.BizOpaqueCallbackData"/>); null when none was.</summary>
    public string? BizOpaqueCallbackData
    {
        get => _callbackData.Value;
        init => _callbackData = new LazyText(value);
    }

    /// <summary>The template, when it was sent without a copy of one's own; null otherwise.</summary>
    public string? TemplateId
    {
        get => _extras?.TemplateId;
        init => _extras = (_extras ?? new()) with { TemplateId = value };
    }

    /// <summary>The conversation it is counted to; null with the prices of today.</summary>
    public StatusConversation? Conversation
    {
        get => _extras?.Conversation;
        init => _extras = (_extras ?? new()) with { Conversation = value };
    }

    /// <summary>What it costs; on <c>sent</c> and one of the later statuses.</summary>
    public Pricing? Pricing { get; init; }

    /// <summary>Why it failed; empty otherwise.</summary>
    public required IReadOnlyList<WebhookError> Errors { get; init; }

    /// <inheritdoc/>
    public override string DeduplicationKey => ParticipantId is null
        ? $"s:{PhoneNumberId?.Value}:{MessageId.Value}:{Status.Value}"
        : $"s:{PhoneNumberId?.Value}:{MessageId.Value}:{Status.Value}:{ParticipantId}";
}
