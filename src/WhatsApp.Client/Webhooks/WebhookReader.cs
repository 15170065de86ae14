using System.Text.Json;

namespace WhatsApp.Client.Webhooks;

/// <summary>
/// Turns webhook bytes into events. Pure, thread-safe, and tolerant: members that are new, missing, null or of another kind never
/// cost more than the one message they are in. Verify the signature before you read.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks">webhooks</see>.
/// </summary>
public static class WebhookReader
{
    /// <summary>
    /// Finds out cheaply whose a delivery is, before its signature can be checked: one item per change, in document order.
    /// Empty when the JSON has another shape.
    /// </summary>
    /// <param name="body">The body as it came.</param>
    /// <exception cref="WebhookFormatException">Not JSON, or more than 2,000 changes (the platform sends at most 1,000).</exception>
    public static IReadOnlyList<WebhookChange> Skim(ReadOnlySpan<byte> body)
    {
        var envelope = new EnvelopeReader(body, withItems: false);
        try
        {
            envelope.Read();
            var changes = new WebhookChange[envelope.Changes.Count];
            for (var i = 0; i < changes.Length; i++)
                changes[i] = envelope.Changes[i].ToChange();
            return changes;
        }
        finally
        {
            envelope.Dispose();
        }
    }

    /// <summary>
    /// Reads every event of every accepted change, in document order. An event that cannot be read becomes a <see cref="MalformedEvent"/>,
    /// and JSON of another shape one <see cref="UnknownEvent"/>. The events share one copy of the body and outlive the buffer given.
    /// </summary>
    /// <param name="body">The body as it came.</param>
    /// <param name="accept">Says which changes to read, with the values <see cref="Skim"/> gave; null reads all.</param>
    /// <exception cref="WebhookFormatException">Not JSON, or more than 2,000 changes or 10,000 messages (the platform sends at most 1,000).</exception>
    public static IReadOnlyList<WebhookEvent> Read(ReadOnlySpan<byte> body, Func<WebhookChange, bool>? accept = null)
    {
        ReadOnlyMemory<byte> owned = body.ToArray();
        var envelope = new EnvelopeReader(owned.Span, withItems: true);
        try
        {
            envelope.Read();
            var events = new List<WebhookEvent>(Math.Max(1, envelope.Items.Count));
            if (envelope.Changes.Count == 0)
                events.Add(new UnknownEvent(new EventOrigin("", "", null, 0, 0, null, owned)));
            for (var i = 0; i < envelope.Changes.Count; i++)
            {
                var change = envelope.Changes[i].ToChange();
                if (accept is null || accept(change))
                    AddEvents(in envelope, in envelope.Changes[i], change, owned, events);
            }

            return events;
        }
        finally
        {
            envelope.Dispose();
        }
    }

    /// <summary>Reads a stored message again, with the result <see cref="Read"/> gave (positions in the delivery are zero).</summary>
    /// <param name="messageJson">The message's <see cref="WebhookEvent.Raw"/>.</param>
    /// <param name="contactJson">The message's <see cref="MessageReceived.ContactRaw"/>; may be empty.</param>
    /// <param name="phoneNumberId">The number it came to.</param>
    /// <param name="wabaId">The account it came to.</param>
    /// <exception cref="WebhookFormatException">Not a message that can be read.</exception>
    public static MessageReceived ReadMessage(
        ReadOnlySpan<byte> messageJson, ReadOnlySpan<byte> contactJson, PhoneNumberId phoneNumberId, string wabaId)
    {
        ArgumentNullException.ThrowIfNull(wabaId);
        var message = default(MessageDraft);
        var contact = default(ContactDraft);
        try
        {
            var reader = new Utf8JsonReader(messageJson);
            reader.Read();
            if (JsonReading.IsObject(ref reader))
                MessageDraft.Read(ref reader, ref message);
            if (!contactJson.IsEmpty)
            {
                reader = new Utf8JsonReader(contactJson);
                reader.Read();
                if (JsonReading.IsObject(ref reader))
                    ContactDraft.Read(ref reader, ref contact);
            }
        }
        catch (JsonException)
        {
            throw new WebhookFormatException("The stored message or contact is not JSON.");
        }

        var origin = new EventOrigin(wabaId, "messages", phoneNumberId, 0, 0, null, messageJson.ToArray());
        return EventFactory.Message(message, origin, contact, contactJson.ToArray()) switch
        {
            MessageReceived received => received,
            MalformedEvent malformed => throw new WebhookFormatException($"The stored message cannot be read: {malformed.Reason}."),
            _ => throw new WebhookFormatException("The stored message cannot be read."),
        };
    }

    private static void AddEvents(
        in EnvelopeReader envelope, in ChangeDraft draft, WebhookChange change, ReadOnlyMemory<byte> body, List<WebhookEvent> events)
    {
        var value = new EventOrigin(
            change.EntryId, change.Field, change.PhoneNumberId, change.EntryIndex, change.ChangeIndex, draft.EntryTime, body.Slice(draft.Start, draft.Length));
        if (change.Field != "messages")
        {
            events.Add(new UnknownEvent(value));
            return;
        }

        var contacts = new ContactIndex(in envelope.Contacts, draft.FirstContact, draft.ContactCount);
        for (var i = draft.FirstItem; i < draft.FirstItem + draft.ItemCount; i++)
        {
            ref readonly var item = ref envelope.Items[i];
            var origin = value with { Raw = body.Slice(item.Start, item.Length) };
            events.Add(item.Fault is not null ? EventFactory.Malformed(origin, item.Fault)
                : item.IsStatus ? EventFactory.Status(item.Status, origin)
                : ReadMessage(item.Message, origin, contacts, body));
        }

        if (draft.Fault is not null)
            events.Add(EventFactory.Malformed(value, draft.Fault));
        else if (draft.HasMore || draft.ItemCount == 0)
            events.Add(new UnknownEvent(value));
    }

    private static WebhookEvent ReadMessage(in MessageDraft message, in EventOrigin origin, in ContactIndex contacts, ReadOnlyMemory<byte> body)
    {
        var contact = contacts.Find(message.FromUserId, message.From);
        return EventFactory.Message(message, origin, contact, body.Slice(contact.Start, contact.Length));
    }
}
