using System.Text.Json;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>Puts events into the envelope of one POST: an entry per account, a change per number, lists inside.</summary>
internal static class WebhookEnvelope
{
    public static byte[] Write(IReadOnlyList<WebhookEvent> events, bool escape) => WireJson.Write(escape, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("object", "whatsapp_business_account");
        writer.WriteStartArray("entry");
        foreach (var account in events.GroupBy(happening => happening.Number.WabaId, StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteString("id", account.Key);
            writer.WriteStartArray("changes");
            foreach (var number in account.GroupBy(happening => happening.Number))
                WriteChange(writer, number.Key, [.. number]);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void WriteChange(Utf8JsonWriter writer, EmulatedNumber number, WebhookEvent[] events)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("value");
        writer.WriteString("messaging_product", "whatsapp");
        writer.WriteStartObject("metadata");
        writer.WriteString("display_phone_number", number.Digits);
        writer.WriteString("phone_number_id", number.PhoneNumberId);
        writer.WriteEndObject();
        WriteList(writer, "contacts", Contacts(events));
        foreach (var list in events.GroupBy(happening => happening.List, StringComparer.Ordinal))
            WriteList(writer, list.Key, [.. list.Select(happening => happening.Item)]);
        writer.WriteEndObject();
        writer.WriteString("field", "messages");
        writer.WriteEndObject();
    }

    private static JsonObject[] Contacts(WebhookEvent[] events)
    {
        var contacts = new List<JsonObject>();
        foreach (var happening in events)
        {
            if (happening.Contact is { } contact && !contacts.Exists(known => JsonNode.DeepEquals(known, contact)))
                contacts.Add(contact);
        }

        return [.. contacts];
    }

    private static void WriteList(Utf8JsonWriter writer, string name, JsonObject[] items)
    {
        if (items.Length == 0)
            return;
        writer.WriteStartArray(name);
        foreach (var item in items)
            item.WriteTo(writer);
        writer.WriteEndArray();
    }
}
