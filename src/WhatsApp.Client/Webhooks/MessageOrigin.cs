namespace WhatsApp.Client.Webhooks;

/// <summary>What all inbound messages have, whatever their kind.</summary>
internal readonly record struct MessageOrigin(
    EventOrigin Event,
    MessageId Id,
    DateTimeOffset Timestamp,
    string Type,
    MessageSender From,
    MessageContext? Context,
    string? GroupId,
    ReadOnlyMemory<byte> ContactRaw);
