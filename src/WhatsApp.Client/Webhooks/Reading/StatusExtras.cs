namespace WhatsApp.Client.Webhooks;

/// <summary>What few statuses have, kept together so that the others do not pay for it.</summary>
internal sealed record StatusExtras
{
    public string? RecipientType { get; init; }

    public string? RecipientParentUserId { get; init; }

    public string? RecipientIdentityKeyHash { get; init; }

    public string? ParticipantWaId { get; init; }

    public string? ParticipantUserId { get; init; }

    public string? ParticipantParentUserId { get; init; }

    public string? TemplateId { get; init; }

    public StatusConversation? Conversation { get; init; }

    public static StatusExtras Read(JsonTree json) => new()
    {
        RecipientType = json.Id("recipient_type"),
        RecipientParentUserId = json.Id("recipient_parent_user_id"),
        RecipientIdentityKeyHash = json.Id("recipient_identity_key_hash"),
        ParticipantWaId = json.Id("recipient_participant_id"),
        ParticipantUserId = json.Id("recipient_participant_user_id"),
        ParticipantParentUserId = json.Id("recipient_participant_parent_user_id"),
        TemplateId = json.Id("template_id"),
        Conversation = StatusConversation.Read(json["conversation"]),
    };
}
