using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>The platform reviewed an account.</summary>
public sealed record AccountReviewUpdated : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public AccountReviewUpdated()
    {
    }

    [SetsRequiredMembers]
    internal AccountReviewUpdated(in EventOrigin origin, JsonTree json)
        : base(origin)
    {
        Decision = json.Id("decision") ?? "";
    }

    /// <summary>Such as <c>APPROVED</c>, <c>REJECTED</c> or <c>PENDING</c>. Empty when absent.</summary>
    public required string Decision { get; init; }
}
