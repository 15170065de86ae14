using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A text with a button that asks a customer with a username for the phone number. The answer comes as a contact card whose origin is
/// <c>contact_request</c>.
/// See <see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids">business-scoped user ids</see>.
/// </summary>
/// <param name="Body">1 to 1,024 characters. There is no header and no footer; the platform writes the button's text.</param>
public sealed record RequestContactInfoMessage(string Body) : OutgoingMessage
{
    /// <inheritdoc/>
    public override string Type => "interactive";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks) => InteractiveParts.Check(checks, Body);

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer) =>
        InteractiveParts.WriteNamed(writer, "request_contact_info"u8, "request_contact_info"u8, Body);
}
