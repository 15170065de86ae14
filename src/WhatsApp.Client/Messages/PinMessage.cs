using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// Pins a message at the top of a group, or takes the pin away. Groups only.
/// See <see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/groups-messaging">group messaging</see>.
/// </summary>
/// <param name="MessageId">The message to pin.</param>
/// <param name="ExpirationDays">How long it stays pinned: 1 to 30 days; null takes the pin away.</param>
public sealed record PinMessage(MessageId MessageId, int? ExpirationDays) : OutgoingMessage
{
    /// <inheritdoc/>
    public override string Type => "pin";

    /// <summary>Takes the pin of a message away.</summary>
    /// <param name="messageId">The pinned message.</param>
    public static PinMessage Unpin(MessageId messageId) => new(messageId, null);

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        checks.Required("pin.message_id", MessageId.Value, int.MaxValue);
        if (ExpirationDays is { } days)
            checks.Range("pin.expiration_days", days, 1, 30);
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, "pin"u8);
        writer.WriteStartObject("pin"u8);
        writer.WriteString("type"u8, ExpirationDays is null ? "unpin"u8 : "pin"u8);
        writer.WriteText("message_id"u8, MessageId.Value);
        if (ExpirationDays is { } days)
            writer.WriteNumber("expiration_days"u8, days);
        writer.WriteEndObject();
    }
}
