using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>Something happened to the business portfolio itself.</summary>
public sealed record BusinessStatusUpdated : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public BusinessStatusUpdated()
    {
    }

    [SetsRequiredMembers]
    internal BusinessStatusUpdated(in EventOrigin origin, JsonTree json)
        : base(origin)
    {
        Event = json.Id("event") ?? "";
        BusinessId = json.Id("business_id");
    }

    /// <summary>What, in the platform's word. Empty when absent.</summary>
    public required string Event { get; init; }

    /// <summary>The portfolio; null when absent.</summary>
    public string? BusinessId { get; init; }
}
