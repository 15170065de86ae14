namespace WhatsApp.Client;

/// <summary>
/// Whether messages can be sent, and what stands in the way.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/health-status">health status</see>.
/// </summary>
public sealed record HealthStatus
{
    /// <summary><c>AVAILABLE</c>, <c>LIMITED</c> or <c>BLOCKED</c>; null when the platform did not say.</summary>
    public string? CanSendMessage { get; init; }

    /// <summary>Each part that is needed for sending: the number, its account, the app, the business.</summary>
    public required IReadOnlyList<HealthEntity> Entities { get; init; }
}
