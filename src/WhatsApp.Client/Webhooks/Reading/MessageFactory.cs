namespace WhatsApp.Client.Webhooks;

/// <summary>Makes inbound messages of what was found. Whatever cannot be one becomes a <see cref="MalformedEvent"/>.</summary>
internal static class MessageFactory
{
    public static WebhookEvent Create(in EventOrigin origin, in MessageDraft draft, in ContactDraft contact)
    {
        if (!draft.Id.IsPresent)
            return new MalformedEvent(origin, "the message has no id");
        if (draft.Ticks == 0)
            return new MalformedEvent(origin, "the message has no readable timestamp");

        var type = origin.Word(draft.Type) ?? "";
        var payload = type == "text" ? default : draft.FindPayload(origin.Json.AsSpan(), origin.Shift, origin.Raw);
        var sender = new MessageSender(
            Either(origin, draft.FromUserId, contact.UserId),
            Either(origin, draft.FromParentUserId, contact.ParentUserId),
            Either(origin, draft.From, contact.WaId),
            origin.Lazy(contact.Username),
            origin.Lazy(contact.Name));
        var parts = new MessageParts(
            in origin, in draft, type, sender, draft.HasExtras ? MessageExtras.Read(origin, draft) : null, contact.Raw, payload);
        return Create(parts, type);
    }

    private static WebhookEvent Create(scoped in MessageParts parts, string type) => type switch
    {
        "text" => parts.Draft.Body.IsPresent ? new TextReceived(parts) : Malformed(parts, "text.body is not text"),
        "interactive" => Interactive(parts),
        "button" => TemplateButton(parts),
        "image" or "video" or "audio" or "document" or "sticker" => Media(parts, type),
        "reaction" => Reaction(parts),
        "request_welcome" => new RequestWelcomeReceived(parts),
        "media_placeholder" => new MediaPlaceholderReceived(parts),
        "unsupported" or "unknown" => new UnsupportedReceived(parts, Tree(parts).Id("type")),
        "location" or "contacts" or "order" or "system" or "edit" or "revoke" => RareMessages.Create(parts, type, Tree(parts)),
        _ => new UnknownMessageReceived(parts),
    };

    private static WebhookEvent Interactive(scoped in MessageParts parts)
    {
        if (!parts.Payload.IsPresent)
            return parts.Extras is { Errors.Count: > 0 } ? new UnsupportedReceived(parts, "interactive") : new UnknownMessageReceived(parts);
        ref readonly var origin = ref parts.Origin;
        var interactive = InteractiveDraft.Read(origin, parts.Payload);
        var type = origin.Word(interactive.Type);
        var at = interactive.Reply(type);
        switch (type)
        {
            case "button_reply":
                var button = PairDraft.Read(origin, at, "id"u8, default, "title"u8);
                return button.First.IsPresent
                    ? new ButtonReplyReceived(parts, button.First, button.Third)
                    : Malformed(parts, "interactive.button_reply has no id");
            case "list_reply":
                var row = PairDraft.Read(origin, at, "id"u8, "description"u8, "title"u8);
                return row.First.IsPresent
                    ? new ListReplyReceived(parts, row.First, row.Third, row.Second)
                    : Malformed(parts, "interactive.list_reply has no id");
            case "nfm_reply":
                return at.IsPresent ? new FlowReplyReceived(parts, origin.Tree(at)) : Malformed(parts, "interactive.nfm_reply is not an object");
            case "call_permission_reply":
                return at.IsPresent
                    ? new CallPermissionReplyReceived(parts, origin.Tree(at))
                    : Malformed(parts, "interactive.call_permission_reply is not an object");
            default:
                return new UnknownMessageReceived(parts);
        }
    }

    private static WebhookEvent TemplateButton(scoped in MessageParts parts)
    {
        var button = PairDraft.Read(parts.Origin, parts.Payload, "payload"u8, default, "text"u8);
        return button.First.IsPresent || button.Third.IsPresent
            ? new TemplateButtonReceived(parts, button.Third, button.First)
            : Malformed(parts, "button has neither payload nor text");
    }

    private static WebhookEvent Media(scoped in MessageParts parts, string type)
    {
        var media = MediaDraft.Read(parts.Origin, parts.Payload);
        if (!media.Id.IsPresent)
            return Malformed(parts, "the file has no id");
        return type switch
        {
            "image" => new ImageReceived(parts, media),
            "video" => new VideoReceived(parts, media),
            "audio" => new AudioReceived(parts, media),
            "document" => new DocumentReceived(parts, media),
            _ => new StickerReceived(parts, media),
        };
    }

    private static WebhookEvent Reaction(scoped in MessageParts parts)
    {
        var reaction = PairDraft.Read(parts.Origin, parts.Payload, "message_id"u8, "emoji"u8);
        return reaction.First.IsPresent
            ? new ReactionReceived(parts, reaction.First, reaction.Second)
            : Malformed(parts, "reaction has no message_id");
    }

    private static JsonTree Tree(scoped in MessageParts parts) => parts.Payload.IsPresent ? parts.Origin.Tree(parts.Payload) : JsonTree.Missing;

    private static MalformedEvent Malformed(scoped in MessageParts parts, string reason) => new(parts.Origin, reason);

    private static LazyText Either(in EventOrigin origin, TextSlice first, TextSlice second) => origin.Lazy(first.IsPresent ? first : second);
}
