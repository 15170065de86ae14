namespace WhatsApp.Client.Http;

/// <summary>What pacing and metrics need to know of a message.</summary>
/// <param name="To">Whom it is for.</param>
/// <param name="Type">The platform's word for its kind.</param>
/// <param name="Mode">What to do when it is not its turn; null for the client's own mode.</param>
internal readonly record struct MessagePace(Recipient To, string Type, WhatsAppPacingMode? Mode);
