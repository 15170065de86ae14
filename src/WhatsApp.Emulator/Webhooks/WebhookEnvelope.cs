using System.Text.Json;

namespace WhatsApp.Emulator;

/// <summary>Puts events into the envelope of one POST: an entry per account, a change per number and field, lists inside.</summary>
internal static class WebhookEnvelope
{
    public static byte[] Write(IReadOnlyList<WebhookEvent> events, WebhookStyle style) => WireJson.Write(style.Escape, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("object", "whatsapp_business_account");
        writer.WriteStartArray("entry");
        foreach (var entry in Group(events, happening => happening.EntryId))
            WriteEntry(writer, entry, style);
        writer.WriteEndArray();
        UnknownParts.WriteField(writer, style);
        writer.WriteEndObject();
    });

    private static void WriteEntry(Utf8JsonWriter writer, List<WebhookEvent> events, WebhookStyle style)
    {
        writer.WriteStartObject();
        writer.WriteString("id", events[0].EntryId);
        if (events.Find(happening => happening.EntryTime is not null)?.EntryTime is { } at)
            writer.WriteNumber("time", at.ToUnixTimeSeconds());
        writer.WriteStartArray("changes");
        foreach (var change in Group(events, happening => (happening.Number, happening.Field, Alone: happening.List is null ? happening : null)))
            WriteChange(writer, change, style);
        UnknownParts.WriteChange(writer, style);
        writer.WriteEndArray();
        UnknownParts.WriteField(writer, style);
        writer.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter writer, List<WebhookEvent> events, WebhookStyle style)
    {
        var first = events[0];
        writer.WriteStartObject();
        writer.WriteStartObject("value");
        if (first is { HasMetadata: true, Number: { } number })
            WriteMetadata(writer, number);
        WriteContacts(writer, events, style);
        if (first.List is null)
            first.Write(writer, style);
        else
            WriteLists(writer, events, style);
        UnknownParts.WriteField(writer, style);
        writer.WriteEndObject();
        writer.WriteString("field", first.Field);
        writer.WriteEndObject();
    }

    private static void WriteMetadata(Utf8JsonWriter writer, EmulatedNumber number)
    {
        writer.WriteString("messaging_product", "whatsapp");
        writer.WriteStartObject("metadata");
        writer.WriteString("display_phone_number", number.Digits);
        writer.WriteString("phone_number_id", number.PhoneNumberId);
        writer.WriteEndObject();
    }

    private static void WriteContacts(Utf8JsonWriter writer, List<WebhookEvent> events, WebhookStyle style)
    {
        HashSet<ContactCard>? written = null;
        foreach (var happening in events)
        {
            if (happening.Contact is not { } contact || (written is not null && !written.Add(contact)))
                continue;
            if (written is null)
            {
                written = [contact];
                writer.WriteStartArray("contacts");
            }

            writer.WriteStartObject();
            contact.Write(writer);
            UnknownParts.WriteField(writer, style);
            writer.WriteEndObject();
        }

        if (written is not null)
            writer.WriteEndArray();
    }

    private static void WriteLists(Utf8JsonWriter writer, List<WebhookEvent> events, WebhookStyle style)
    {
        foreach (var list in Group(events, happening => happening.List!))
        {
            writer.WriteStartArray(list[0].List!);
            foreach (var happening in list)
            {
                writer.WriteStartObject();
                happening.Write(writer, style);
                UnknownParts.WriteField(writer, style);
                writer.WriteEndObject();
            }

            UnknownParts.WriteItem(writer, list[0], style);
            writer.WriteEndArray();
        }
    }

    /// <summary>Groups in the order of first appearance; the usual single event costs one list.</summary>
    private static List<List<WebhookEvent>> Group<TKey>(IReadOnlyList<WebhookEvent> events, Func<WebhookEvent, TKey> keyOf)
        where TKey : notnull
    {
        if (events.Count == 1)
            return [[events[0]]];
        var groups = new List<List<WebhookEvent>>();
        var byKey = new Dictionary<TKey, List<WebhookEvent>>();
        foreach (var happening in events)
        {
            var key = keyOf(happening);
            if (!byKey.TryGetValue(key, out var group))
            {
                byKey[key] = group = [];
                groups.Add(group);
            }

            group.Add(happening);
        }

        return groups;
    }
}
