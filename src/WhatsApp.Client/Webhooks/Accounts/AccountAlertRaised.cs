using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>The platform warns of something about an account, a number or a portfolio.</summary>
public sealed record AccountAlertRaised : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public AccountAlertRaised()
    {
    }

    [SetsRequiredMembers]
    internal AccountAlertRaised(in EventOrigin origin, JsonTree json)
        : base(origin)
    {
        AlertType = Alert(json, "alert_type", "type") ?? "";
        EntityType = json.Id("entity_type");
        EntityId = json.Id("entity_id");
        Severity = Alert(json, "alert_severity", "severity");
        Status = Alert(json, "alert_status", "status");
        Description = Alert(json, "alert_description", "description");
    }

    /// <summary>What it is about, such as <c>OBA_APPROVED</c>. Empty when absent.</summary>
    public required string AlertType { get; init; }

    /// <summary>What is concerned, such as <c>PHONE_NUMBER</c>; null when absent.</summary>
    public string? EntityType { get; init; }

    /// <summary>Which one; null when absent.</summary>
    public string? EntityId { get; init; }

    /// <summary>Such as <c>INFORMATIONAL</c>, <c>WARNING</c> or <c>CRITICAL</c>; null when absent.</summary>
    public string? Severity { get; init; }

    /// <summary>Such as <c>ACTIVE</c> or <c>NONE</c>; null when absent.</summary>
    public string? Status { get; init; }

    /// <summary>For people; null when absent.</summary>
    public string? Description { get; init; }

    /// <summary>Older payloads keep the alert in an object of its own, and shorter names occur.</summary>
    private static string? Alert(JsonTree json, string name, string shortName) =>
        json.Id(name) ?? json.Id(shortName) ?? json["alert_info"].Id(name) ?? json["alert_info"].Id(shortName);
}
