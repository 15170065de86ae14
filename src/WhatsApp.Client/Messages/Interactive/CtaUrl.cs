using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>The action of a button that opens an address, in a message of its own and on a carousel's card.</summary>
internal static class CtaUrl
{
    public static void Check(MessageChecks checks, MessagePath action, string? displayText, string? url)
    {
        checks.Label($"{action}.parameters.display_text", displayText, 20);
        checks.WebAddress($"{action}.parameters.url", url);
    }

    public static void WriteMembers(Utf8JsonWriter writer, string displayText, string url)
    {
        writer.WriteString("name"u8, "cta_url"u8);
        writer.WriteStartObject("parameters"u8);
        writer.WriteText("display_text"u8, displayText);
        writer.WriteText("url"u8, url);
        writer.WriteEndObject();
    }
}
