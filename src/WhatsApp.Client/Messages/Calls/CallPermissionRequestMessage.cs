using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A text that asks the customer to allow calls from this business. The platform takes one per customer in 24 hours and two in seven days;
/// the answer comes as a call permission reply.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/calling/user-call-permissions">call permissions</see>.
/// </summary>
/// <param name="Body">1 to 1,024 characters. There is no header and no footer; the platform writes the button's text.</param>
public sealed record CallPermissionRequestMessage(string Body) : OutgoingMessage
{
    /// <inheritdoc/>
    public override string Type => "interactive";

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks) => InteractiveParts.Check(checks, Body);

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer) =>
        InteractiveParts.WriteNamed(writer, "call_permission_request"u8, "call_permission_request"u8, Body);
}
