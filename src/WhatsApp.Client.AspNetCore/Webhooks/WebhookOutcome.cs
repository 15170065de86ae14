namespace WhatsApp.Client.AspNetCore;

/// <summary>How a request is answered.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Name">For the metric.</param>
internal sealed record WebhookOutcome(int StatusCode, string Name)
{
    public static readonly WebhookOutcome Accepted = new(200, "accepted");
    public static readonly WebhookOutcome NobodyHere = new(200, "nobody_here");
    public static readonly WebhookOutcome NotJson = new(400, "not_json");
    public static readonly WebhookOutcome Unsigned = new(401, "unsigned");
    public static readonly WebhookOutcome WrongSignature = new(401, "wrong_signature");
    public static readonly WebhookOutcome TooLarge = new(413, "too_large");
    public static readonly WebhookOutcome Failed = new(503, "failed");
}
