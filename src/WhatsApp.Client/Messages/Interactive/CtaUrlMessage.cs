using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A text with one button that opens an address. No webhook tells of the tap.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-cta-url-messages">CTA URL messages</see>.
/// </summary>
/// <param name="Body">1 to 1,024 characters.</param>
/// <param name="DisplayText">What the button says: 1 to 20 characters.</param>
/// <param name="Url">An absolute http or https address.</param>
public sealed record CtaUrlMessage(string Body, string DisplayText, string Url) : OutgoingMessage
{
    /// <summary>Text, picture, video or file above the body; null for none.</summary>
    public MessageHeader? Header { get; init; }

    /// <summary>Small text below the body, at most 60 characters; null for none.</summary>
    public string? Footer { get; init; }

    /// <inheritdoc/>
    public override string Type => "interactive";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        InteractiveParts.Check(checks, Body, Header, Footer);
        CtaUrl.Check(checks, "interactive.action", DisplayText, Url);
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        InteractiveParts.Begin(writer, "cta_url"u8, Body, Header, Footer);
        CtaUrl.WriteMembers(writer, DisplayText, Url);
        InteractiveParts.End(writer);
    }
}
