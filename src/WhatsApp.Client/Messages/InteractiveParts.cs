using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>The parts every interactive message shares: header, body and footer.</summary>
internal static class InteractiveParts
{
    public static void Check(MessageChecks checks, MessageHeader? header, string body, int maxBody, string? footer)
    {
        MessageHeader.Check(checks, header);
        checks.Required("interactive.body.text", body, maxBody);
        checks.Optional("interactive.footer.text", footer, 60);
    }

    /// <summary>Leaves the writer inside <c>action</c>; <see cref="End"/> closes it.</summary>
    public static void Begin(Utf8JsonWriter writer, ReadOnlySpan<byte> kind, MessageHeader? header, string body, string? footer)
    {
        writer.WriteString("type"u8, "interactive"u8);
        writer.WriteStartObject("interactive"u8);
        writer.WriteString("type"u8, kind);
        header?.Write(writer);
        WriteTextObject(writer, "body"u8, body);
        if (footer is not null)
            WriteTextObject(writer, "footer"u8, footer);
        writer.WriteStartObject("action"u8);
    }

    public static void End(Utf8JsonWriter writer)
    {
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteTextObject(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteText("text"u8, text);
        writer.WriteEndObject();
    }
}
