using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A text with a button that asks the customer for a place. The answer comes as a location that quotes this message.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/messages/location-request-messages">location request messages</see>.
/// </summary>
/// <param name="Body">1 to 1,024 characters. There is no header and no footer; the platform writes the button's text.</param>
public sealed record LocationRequestMessage(string Body) : OutgoingMessage
{
    /// <inheritdoc/>
    public override string Type => "interactive";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks) => InteractiveParts.Check(checks, Body);

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer) =>
        InteractiveParts.WriteNamed(writer, "location_request_message"u8, "send_location"u8, Body);
}
