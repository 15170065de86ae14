using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.AspNetCore;

/// <summary>An event and whose it is.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Owner"><see cref="WebhookRoute.Owner"/> of its change; null for JSON of another shape signed with a platform secret.</param>
public readonly record struct RoutedEvent(WebhookEvent Event, object? Owner)
{
    /// <summary>The event's kind only.</summary>
    public override string ToString() => $"RoutedEvent({Event})";
}
