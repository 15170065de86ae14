namespace WhatsApp.Client.Webhooks;

/// <summary>What few messages have, kept together so that the others do not pay for it.</summary>
internal sealed record MessageExtras
{
    public MessageContext? Context { get; init; }

    public Referral? Referral { get; init; }

    public SenderIdentity? Identity { get; init; }

    public string? GroupId { get; init; }

    public IReadOnlyList<WebhookError> Errors { get; init; } = ValueList<WebhookError>.Empty;

    public static MessageExtras Read(in EventOrigin origin, in MessageDraft draft) => new()
    {
        Context = draft.Context.IsPresent ? ContextReading.Read(origin, draft.Context) : null,
        Referral = draft.Referral.IsPresent ? ReferralReading.Read(origin.Tree(draft.Referral)) : null,
        Identity = draft.Identity.IsPresent ? SenderIdentity.Read(origin.Tree(draft.Identity)) : null,
        GroupId = origin.Text(draft.GroupId),
        Errors = draft.Errors.IsPresent ? WebhookErrors.Read(origin.Span(draft.Errors)) : ValueList<WebhookError>.Empty,
    };
}
