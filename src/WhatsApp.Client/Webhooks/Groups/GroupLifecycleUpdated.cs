using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A group was made or deleted, or could not be.</summary>
public sealed record GroupLifecycleUpdated : GroupEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public GroupLifecycleUpdated()
    {
    }

    [SetsRequiredMembers]
    internal GroupLifecycleUpdated(in EventOrigin origin, JsonTree json)
        : base(origin, json)
    {
        Subject = json.Id("subject");
        Description = json.Id("description");
        InviteLink = json.Id("invite_link");
        JoinApprovalMode = json.Id("join_approval_mode");
    }

    /// <summary>Its name; null when absent.</summary>
    public string? Subject { get; init; }

    /// <summary>What it is for; null when absent.</summary>
    public string? Description { get; init; }

    /// <summary>The address by which people join; null when absent.</summary>
    public string? InviteLink { get; init; }

    /// <summary>Such as <c>auto_approve</c> or <c>approval_required</c>; null when absent.</summary>
    public string? JoinApprovalMode { get; init; }
}
