using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>The state of a solution shared by several partners changed.</summary>
public sealed record PartnerSolutionUpdated : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public PartnerSolutionUpdated()
    {
    }

    [SetsRequiredMembers]
    internal PartnerSolutionUpdated(in EventOrigin origin, JsonTree json)
        : base(origin)
    {
        Event = json.Id("event") ?? "";
        SolutionId = json.Id("solution_id");
        SolutionStatus = json.Id("solution_status");
    }

    /// <summary>What happened, such as <c>SOLUTION_CREATED</c> or <c>SOLUTION_UPDATED</c>. Empty when absent.</summary>
    public required string Event { get; init; }

    /// <summary>The solution; null when absent.</summary>
    public string? SolutionId { get; init; }

    /// <summary>Where it stands now, such as <c>INITIATED</c>, <c>ACTIVE</c> or <c>DEACTIVATED</c>; null when absent.</summary>
    public string? SolutionStatus { get; init; }
}
