using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>Something a customer did after a marketing message, measured by the platform. What it documents no further is in <see cref="WebhookEvent.Raw"/>.</summary>
public sealed record TrackingEventReceived : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public TrackingEventReceived()
    {
    }

    [SetsRequiredMembers]
    internal TrackingEventReceived(in EventOrigin origin, JsonTree json)
        : base(origin)
    {
        EventName = json.Id("event_name") ?? json.Id("event") ?? json.Id("type") ?? "";
        MessageId = (json.Id("message_id") ?? json.Id("id")) is { } id ? new MessageId(id) : null;
        Timestamp = json.Instant("timestamp") ?? json.Instant("event_time");
        ClickId = json.Id("click_id");
        TrackingToken = json.Id("tracking_token");
    }

    /// <summary>What, in the platform's word. Empty when absent.</summary>
    public required string EventName { get; init; }

    /// <summary>The message it followed; null when absent.</summary>
    public MessageId? MessageId { get; init; }

    /// <summary>When; null when absent.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The click; null when absent.</summary>
    public string? ClickId { get; init; }

    /// <summary>What the message was marked with; null when absent.</summary>
    public string? TrackingToken { get; init; }
}
