using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>
/// How far an outgoing message came. Statuses of one message come in any order, more than once, and may come before the send's own answer.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components#statuses-object">statuses</see>.
/// </summary>
public sealed record StatusReceived : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public StatusReceived()
    {
    }

    [SetsRequiredMembers]
    internal StatusReceived(in EventOrigin origin, in StatusDraft draft)
        : base(origin)
    {
        MessageId = new MessageId(draft.Id!);
        Status = new MessageStatus(draft.Status!);
        Timestamp = draft.Timestamp!.Value;
        RecipientWaId = draft.RecipientId;
        RecipientUserId = draft.RecipientUserId;
        ParticipantId = draft.ParticipantId ?? draft.ParticipantUserId;
        BizOpaqueCallbackData = draft.CallbackData;
        Pricing = draft.Pricing;
        Errors = draft.Errors ?? (IReadOnlyList<WebhookError>)[];
    }

    /// <summary>The outgoing message.</summary>
    public required MessageId MessageId { get; init; }

    /// <summary>How far it came.</summary>
    public required MessageStatus Status { get; init; }

    /// <summary>When that happened.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The customer's phone number, digits only (a group's id for groups); null when it is hidden.</summary>
    public string? RecipientWaId { get; init; }

    /// <summary>The customer's business-scoped user id; null on failures of messages sent by phone.</summary>
    public string? RecipientUserId { get; init; }

    /// <summary>The group member this status is about; null otherwise.</summary>
    public string? ParticipantId { get; init; }

    /// <summary>The text given with the send (<see cref="SendOptions.BizOpaqueCallbackData"/>); null when none was.</summary>
    public string? BizOpaqueCallbackData { get; init; }

    /// <summary>What it costs; on <c>sent</c> and one of the later statuses.</summary>
    public Pricing? Pricing { get; init; }

    /// <summary>Why it failed; empty otherwise.</summary>
    public required IReadOnlyList<WebhookError> Errors { get; init; }

    /// <inheritdoc/>
    public override string DeduplicationKey => ParticipantId is null
        ? $"s:{PhoneNumberId?.Value}:{MessageId.Value}:{Status.Value}"
        : $"s:{PhoneNumberId?.Value}:{MessageId.Value}:{Status.Value}:{ParticipantId}";
}
