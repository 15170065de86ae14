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
        Span<ChangeDraft> first = stackalloc ChangeDraft[2];
        var envelope = new EnvelopeReader(body, withItems: false, first, [], []);
        try
        {
            envelope.Read();
            var names = new ChangeNames(body);
            var changes = new WebhookChange[envelope.Changes.Count];
            for (var i = 0; i < changes.Length; i++)
                changes[i] = names.Read(envelope.Changes[i]);
            return changes;
        }
        finally
        {
            envelope.Dispose();
        }
    }

    /// <summary>
    /// Reads every event of every accepted change, in document order. An event that cannot be read becomes a <see cref="MalformedEvent"/>,
    /// and JSON of another shape one <see cref="UnknownEvent"/>. The events keep a copy of what they need of the body and outlive the buffer given.
    /// </summary>
    /// <param name="body">The body as it came.</param>
    /// <param name="accept">Says which changes to read, with the values <see cref="Skim"/> gave; null reads all.</param>
    /// <exception cref="WebhookFormatException">Not JSON, or more than 2,000 changes or 10,000 messages (the platform sends at most 1,000).</exception>
    public static IReadOnlyList<WebhookEvent> Read(ReadOnlySpan<byte> body, Func<WebhookChange, bool>? accept = null)
    {
        Span<ChangeDraft> firstChanges = stackalloc ChangeDraft[2];
        Span<ContactDraft> firstContacts = stackalloc ContactDraft[2];
        Span<ItemDraft> firstItems = stackalloc ItemDraft[2];
        var envelope = new EnvelopeReader(body, withItems: true, firstChanges, firstContacts, firstItems);
        try
        {
            envelope.Read();
            return MakeEvents(body, ref envelope, accept);
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
        byte[] json = [.. messageJson, .. contactJson];
        var message = default(MessageDraft);
        var contact = default(ContactDraft);
        try
        {
            ReadWhole(json.AsSpan(0, messageJson.Length), ref message);
            if (!contactJson.IsEmpty)
                ReadWhole(json.AsSpan(messageJson.Length), ref contact);
        }
        catch (JsonException)
        {
            throw new WebhookFormatException("The stored message or contact is not JSON.");
        }

        contact.MoveBy(messageJson.Length);
        var origin = new EventOrigin
        {
            WabaId = wabaId,
            Field = "messages",
            PhoneNumberId = phoneNumberId.Value,
            Json = json,
            Raw = new JsonSlice(0, messageJson.Length),
        };
        return MessageFactory.Create(origin, message, contact) switch
        {
            MessageReceived received => received,
            MalformedEvent malformed => throw new WebhookFormatException($"The stored message cannot be read: {malformed.Reason}."),
            _ => throw new WebhookFormatException("The stored message cannot be read."),
        };
    }

    private static IReadOnlyList<WebhookEvent> MakeEvents(ReadOnlySpan<byte> body, scoped ref EnvelopeReader envelope, Func<WebhookChange, bool>? accept)
    {
        var changes = envelope.Changes.Count;
        if (changes == 0)
            return [new UnknownEvent(new EventOrigin { WabaId = "", Field = "", Json = body.ToArray(), Raw = new JsonSlice(0, body.Length) })];
        var events = new EventBuffer(changes == 1 ? Math.Max(1, envelope.Items.Count) : envelope.Items.Count);
        var names = new ChangeNames(body);
        for (var i = 0; i < changes; i++)
        {
            ref var draft = ref envelope.Changes[i];
            var change = names.Read(draft);
            if (accept is null || accept(change))
                ChangeEvents.Add(body, ref envelope, draft, change, ref events);
        }

        return events.ToList();
    }

    private static void ReadWhole(ReadOnlySpan<byte> json, ref MessageDraft message)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (JsonReading.IsObject(ref reader))
            MessageDraft.Read(ref reader, json, ref message);
        reader.Read();
    }

    private static void ReadWhole(ReadOnlySpan<byte> json, ref ContactDraft contact)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (JsonReading.IsObject(ref reader))
            ContactDraft.Read(ref reader, ref contact);
        reader.Read();
    }
}
