namespace WhatsApp.Client.Webhooks;

/// <summary>Makes the events of one change.</summary>
internal static class ChangeEvents
{
    public static void Add(ReadOnlySpan<byte> body, scoped ref EnvelopeReader envelope, in ChangeDraft draft, WebhookChange change, ref EventBuffer events)
    {
        var isMessages = change.Field == "messages";
        var kept = isMessages ? Extent(ref envelope, draft) : draft.Value;
        var origin = new EventOrigin
        {
            WabaId = change.EntryId,
            Field = change.Field,
            PhoneNumberId = change.PhoneNumberId?.Value,
            EntryTime = draft.EntryTime.Read(body),
            EntryIndex = change.EntryIndex,
            ChangeIndex = change.ChangeIndex,
            Json = kept.In(body).ToArray(),
            Shift = -kept.Start,
            Raw = draft.Value,
        };
        if (!isMessages)
        {
            FieldEvents.Add(origin, ref events);
            return;
        }

        AddItems(body, ref envelope, draft, origin, ref events);
        if (draft.Fault != ReadFault.None)
            events.Add(new MalformedEvent(origin, Reason(draft.Fault)));
        else if (draft.ItemCount == 0)
            events.Add(new UnknownEvent(origin));
    }

    private static void AddItems(ReadOnlySpan<byte> body, scoped ref EnvelopeReader envelope, in ChangeDraft draft, EventOrigin origin, ref EventBuffer events)
    {
        var contacts = new ContactIndex(body, envelope.Contacts.Slice(draft.FirstContact, draft.ContactCount));
        for (var i = 0; i < draft.ItemCount; i++)
        {
            ref var item = ref envelope.Items[draft.FirstItem + i];
            origin.Raw = item.Raw;
            events.Add(item.Fault != ReadFault.None ? new MalformedEvent(origin, Reason(item.Fault)) : item.Kind switch
            {
                ItemKind.Message => Message(origin, item.Message, ref contacts, i),
                ItemKind.Status => Status(origin, item.Status),
                ItemKind.Error => new NumberErrorReceived(origin),
                _ => new UserActionReceived(origin, origin.Tree(origin.Raw)),
            });
        }
    }

    private static WebhookEvent Message(in EventOrigin origin, in MessageDraft draft, scoped ref ContactIndex contacts, int position)
    {
        var found = contacts.Find(draft.FromUserId, draft.From, position);
        return MessageFactory.Create(origin, draft, found < 0 ? default : contacts[found]);
    }

    private static WebhookEvent Status(in EventOrigin origin, in StatusDraft draft)
    {
        if (!draft.Id.IsPresent)
            return new MalformedEvent(origin, "the status has no id");
        if (origin.Word(draft.Status) is not { Length: > 0 } status)
            return new MalformedEvent(origin, "the status has no status");
        if (draft.Ticks == 0)
            return new MalformedEvent(origin, "the status has no readable timestamp");
        return new StatusReceived(origin, draft, status);
    }

    /// <summary>From the first byte that an event keeps to the last: the envelope around them, and other people's changes, are let go.</summary>
    private static JsonSlice Extent(scoped ref EnvelopeReader envelope, in ChangeDraft draft)
    {
        int start = int.MaxValue, end = 0;
        if (draft.Fault != ReadFault.None || draft.ItemCount == 0)
            Include(draft.Value, ref start, ref end);
        for (var i = draft.FirstItem; i < draft.FirstItem + draft.ItemCount; i++)
            Include(envelope.Items[i].Raw, ref start, ref end);
        for (var i = draft.FirstContact; i < draft.FirstContact + draft.ContactCount; i++)
            Include(envelope.Contacts[i].Raw, ref start, ref end);
        return new JsonSlice(start, end - start);
    }

    private static void Include(JsonSlice part, ref int start, ref int end) =>
        (start, end) = (Math.Min(start, part.Start), Math.Max(end, part.Start + part.Length));

    private static string Reason(ReadFault fault) => fault switch
    {
        ReadFault.MessagesAreNoArray => "messages is not an array",
        ReadFault.StatusesAreNoArray => "statuses is not an array",
        ReadFault.MessageIsNoObject => "the message is not an object",
        ReadFault.StatusIsNoObject => "the status is not an object",
        ReadFault.ErrorIsNoObject => "the error is not an object",
        _ => "the user action is not an object",
    };
}
