namespace WhatsApp.Client.Webhooks;

/// <summary>Makes events of what was found. Whatever cannot be one becomes a <see cref="MalformedEvent"/>.</summary>
internal static class EventFactory
{
    public static WebhookEvent Message(in MessageDraft draft, in EventOrigin origin, in ContactDraft contact, ReadOnlyMemory<byte> contactRaw)
    {
        if (draft.Id is null)
            return Malformed(origin, "the message has no id");
        if (draft.Timestamp is not { } timestamp)
            return Malformed(origin, "the message has no readable timestamp");

        var message = new MessageOrigin(
            origin, new MessageId(draft.Id), timestamp, draft.Type ?? "", Sender(draft, contact), draft.Context, draft.GroupId, contactRaw);
        return draft.Type switch
        {
            "text" when draft.Body is null => Malformed(origin, "text.body is not text"),
            "text" => new TextReceived(message, draft.Body),
            "interactive" => Interactive(draft, message),
            _ => new UnknownMessageReceived(message),
        };
    }

    public static WebhookEvent Status(in StatusDraft draft, in EventOrigin origin)
    {
        if (draft.Id is null)
            return Malformed(origin, "the status has no id");
        if (string.IsNullOrEmpty(draft.Status))
            return Malformed(origin, "the status has no status");
        if (draft.Timestamp is null)
            return Malformed(origin, "the status has no readable timestamp");
        return new StatusReceived(origin, draft);
    }

    public static MalformedEvent Malformed(in EventOrigin origin, string reason) => new(origin, reason);

    private static WebhookEvent Interactive(in MessageDraft draft, in MessageOrigin message) => draft.ReplyType switch
    {
        "button_reply" when draft.ButtonReply.Id is null => Malformed(message.Event, "interactive.button_reply has no id"),
        "button_reply" => new ButtonReplyReceived(message, draft.ButtonReply),
        "list_reply" when draft.ListReply.Id is null => Malformed(message.Event, "interactive.list_reply has no id"),
        "list_reply" => new ListReplyReceived(message, draft.ListReply),
        _ => new UnknownMessageReceived(message),
    };

    private static MessageSender Sender(in MessageDraft draft, in ContactDraft contact) => new()
    {
        UserId = draft.FromUserId ?? contact.UserId,
        ParentUserId = draft.FromParentUserId ?? contact.ParentUserId,
        WaId = draft.From ?? contact.WaId,
        Username = contact.Username,
        ProfileName = contact.Name,
    };
}
