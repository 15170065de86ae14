using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>A text with one button that opens an address. No webhook tells of the tap.</summary>
/// <param name="Body">1 to 1,024 characters.</param>
/// <param name="DisplayText">What the button says: 1 to 20 characters.</param>
/// <param name="Url">An absolute http or https address.</param>
public sealed record CtaUrlMessage(string Body, string DisplayText, string Url) : OutgoingMessage
{
    /// <summary>Text or picture above the body; null for none.</summary>
    public MessageHeader? Header { get; init; }

    /// <summary>Small text below the body, at most 60 characters; null for none.</summary>
    public string? Footer { get; init; }

    /// <inheritdoc/>
    public override string Type => "interactive";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        InteractiveParts.Check(checks, Header, Body, 1024, Footer);
        checks.Required("interactive.action.parameters.display_text", DisplayText, 20);
        checks.WebAddress("interactive.action.parameters.url", Url);
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        InteractiveParts.Begin(writer, "cta_url"u8, Header, Body, Footer);
        writer.WriteString("name"u8, "cta_url"u8);
        writer.WriteStartObject("parameters"u8);
        writer.WriteText("display_text"u8, DisplayText);
        writer.WriteText("url"u8, Url);
        writer.WriteEndObject();
        InteractiveParts.End(writer);
    }
}
