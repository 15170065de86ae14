namespace WhatsApp.Emulator;

/// <summary>How a callback URL answered the verification request.</summary>
/// <param name="Succeeded">True when it answered 200 with the challenge and nothing else.</param>
/// <param name="Status">The HTTP status, or null when no answer came.</param>
/// <param name="Reason">What was wrong, or null.</param>
public sealed record WebhookVerification(bool Succeeded, int? Status, string? Reason);
