using System.Text.Json;

namespace WhatsApp.Emulator;

/// <summary>What the platform may add without notice: fields, values and kinds of events that no reader has heard of.</summary>
internal static class UnknownParts
{
    public static void WriteField(Utf8JsonWriter writer, WebhookStyle style)
    {
        if (!style.UnknownFields)
            return;
        writer.WriteStartObject("emulator_unknown_field");
        writer.WriteString("text", "added without notice");
        writer.WriteStartArray("list");
        writer.WriteNumberValue(1);
        writer.WriteNullValue();
        writer.WriteBooleanValue(true);
        writer.WriteStartObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteNull("emulator_unknown_null");
    }

    public static void WriteChange(Utf8JsonWriter writer, WebhookStyle style)
    {
        if (!style.UnknownTypes)
            return;
        writer.WriteStartObject();
        writer.WriteStartObject("value");
        writer.WriteString("event", "EMULATOR_UNKNOWN_EVENT");
        writer.WriteEndObject();
        writer.WriteString("field", "emulator_unknown_changes");
        writer.WriteEndObject();
    }

    public static void WriteItem(Utf8JsonWriter writer, WebhookEvent beside, WebhookStyle style)
    {
        if (!style.UnknownTypes || beside is not { Field: "messages" })
            return;
        switch (beside.List)
        {
            case "messages" when beside.Contact is { } contact:
                writer.WriteStartObject();
                contact.WriteFrom(writer);
                writer.WriteString("id", MessageIds.NewMessage(contact.WaId ?? contact.UserId ?? "unknown"));
                writer.WriteString("timestamp", "1790000000");
                writer.WriteString("type", "emulator_unknown_message");
                writer.WriteStartObject("emulator_unknown_message");
                writer.WriteString("body", "a kind of message nobody knows");
                writer.WriteEndObject();
                writer.WriteEndObject();
                break;
            case "statuses":
                writer.WriteStartObject();
                writer.WriteString("id", MessageIds.NewMessage("unknown"));
                writer.WriteString("status", "emulator_unknown_status");
                writer.WriteString("timestamp", "1790000000");
                writer.WriteEndObject();
                break;
        }
    }
}
