using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>Somebody acted on an advertising message, such as following its link (<c>value.user_actions</c>). It does not say who.</summary>
public sealed record UserActionReceived : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public UserActionReceived()
    {
    }

    [SetsRequiredMembers]
    internal UserActionReceived(in EventOrigin origin, JsonTree json)
        : base(origin)
    {
        ActionType = json.Id("action_type") ?? "";
        Timestamp = json.Instant("timestamp");
    }

    /// <summary>Such as <c>marketing_messages_link_click</c>. Empty when absent.</summary>
    public required string ActionType { get; init; }

    /// <summary>When; null when absent.</summary>
    public DateTimeOffset? Timestamp { get; init; }
}
