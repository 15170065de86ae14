using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>The parts every interactive message shares: header, body and footer.</summary>
internal static class InteractiveParts
{
    public const int MaxBody = 1024;
    public const int MaxFooter = 60;

    public static void Check(MessageChecks checks, string? body, MessageHeader? header = null, string? footer = null)
    {
        MessageHeader.Check(checks, "interactive.header", header);
        checks.Required("interactive.body.text", body, MaxBody);
        checks.Optional("interactive.footer.text", footer, MaxFooter);
    }

    /// <summary>Leaves the writer inside <c>action</c>; <see cref="End"/> closes it.</summary>
    public static void Begin(Utf8JsonWriter writer, ReadOnlySpan<byte> kind, string? body, MessageHeader? header = null, string? footer = null)
    {
        writer.WriteString("type"u8, "interactive"u8);
        writer.WriteStartObject("interactive"u8);
        writer.WriteString("type"u8, kind);
        header?.Write(writer);
        WriteTextObject(writer, "body"u8, body);
        WriteTextObject(writer, "footer"u8, footer);
        writer.WriteStartObject("action"u8);
    }

    public static void End(Utf8JsonWriter writer)
    {
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>A message whose action is only a name.</summary>
    public static void WriteNamed(Utf8JsonWriter writer, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> name, string body)
    {
        Begin(writer, kind, body);
        writer.WriteString("name"u8, name);
        End(writer);
    }

    public static void WriteTextObject(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? text)
    {
        if (text is null)
            return;
        writer.WriteStartObject(name);
        writer.WriteText("text"u8, text);
        writer.WriteEndObject();
    }
}
