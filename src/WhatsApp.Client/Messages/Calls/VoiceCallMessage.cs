using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A text with a button that calls this business on WhatsApp. Calling must be switched on for the number (138000 otherwise).
/// See <see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-button-messages-deep-links">call buttons</see>.
/// </summary>
/// <param name="Body">1 to 1,024 characters.</param>
public sealed record VoiceCallMessage(string Body) : OutgoingMessage
{
    /// <summary>What the button says: 1 to 20 characters; null leaves it to the platform.</summary>
    public string? DisplayText { get; init; }

    /// <summary>How long the button works: 1 to 43,200 minutes (30 days); null is the platform's 10,080 (seven days).</summary>
    public int? TtlMinutes { get; init; }

    /// <summary>Text that the call's webhooks repeat, at most 512 characters; null for none.</summary>
    public string? Payload { get; init; }

    /// <inheritdoc/>
    public override string Type => "interactive";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        InteractiveParts.Check(checks, Body);
        checks.OptionalLabel("interactive.action.parameters.display_text", DisplayText, 20);
        if (TtlMinutes is { } minutes)
            checks.Range("interactive.action.parameters.ttl_minutes", minutes, 1, 43_200);
        checks.Optional("interactive.action.parameters.payload", Payload, 512);
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        InteractiveParts.Begin(writer, "voice_call"u8, Body);
        writer.WriteString("name"u8, "voice_call"u8);
        if (DisplayText is not null || TtlMinutes is not null || Payload is not null)
            WriteParameters(writer);
        InteractiveParts.End(writer);
    }

    private void WriteParameters(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("parameters"u8);
        writer.WriteOptionalText("display_text"u8, DisplayText);
        if (TtlMinutes is { } minutes)
            writer.WriteNumber("ttl_minutes"u8, minutes);
        writer.WriteOptionalText("payload"u8, Payload);
        writer.WriteEndObject();
    }
}
