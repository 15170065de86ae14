using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>
/// A flow has another state, or its endpoint does badly.
/// See <see href="https://developers.facebook.com/docs/whatsapp/flows/reference/flowswebhooks">flow webhooks</see>.
/// </summary>
public sealed record FlowUpdated : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public FlowUpdated()
    {
    }

    [SetsRequiredMembers]
    internal FlowUpdated(in EventOrigin origin, JsonTree json)
        : base(origin)
    {
        FlowId = json.Id("flow_id") ?? "";
        Event = new FlowEventKind(json.Id("event") ?? "");
        Message = json.Id("message");
        OldStatus = json.Id("old_status");
        NewStatus = json.Id("new_status");
        AlertState = json.Id("alert_state");
        ErrorRate = json.Double("error_rate");
        Threshold = json.Double("threshold");
        P50Latency = json.Double("p50_latency");
        P90Latency = json.Double("p90_latency");
        RequestsCount = json.Long("requests_count");
        Availability = json.Double("availability");
    }

    /// <summary>The flow. Empty when absent.</summary>
    public required string FlowId { get; init; }

    /// <summary>What happened.</summary>
    public required FlowEventKind Event { get; init; }

    /// <summary>For people; null when absent.</summary>
    public string? Message { get; init; }

    /// <summary>The state before, such as <c>DRAFT</c>; null when absent.</summary>
    public string? OldStatus { get; init; }

    /// <summary>The state now, such as <c>PUBLISHED</c>; null when absent.</summary>
    public string? NewStatus { get; init; }

    /// <summary><c>ACTIVATED</c> or <c>DEACTIVATED</c>; null when absent.</summary>
    public string? AlertState { get; init; }

    /// <summary>Errors in percent; null when absent.</summary>
    public double? ErrorRate { get; init; }

    /// <summary>What the alert is measured by; null when absent.</summary>
    public double? Threshold { get; init; }

    /// <summary>Milliseconds that half of the calls stay under; null when absent.</summary>
    public double? P50Latency { get; init; }

    /// <summary>Milliseconds that nine in ten calls stay under; null when absent.</summary>
    public double? P90Latency { get; init; }

    /// <summary>Calls measured; null when absent.</summary>
    public long? RequestsCount { get; init; }

    /// <summary>Answered calls in percent; null when absent.</summary>
    public double? Availability { get; init; }
}
