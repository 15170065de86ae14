using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>People joined or left a group, or ask to.</summary>
public sealed record GroupParticipantsUpdated : GroupEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public GroupParticipantsUpdated()
    {
    }

    [SetsRequiredMembers]
    internal GroupParticipantsUpdated(in EventOrigin origin, JsonTree json)
        : base(origin, json)
    {
        AddedParticipants = json.Objects("added_participants", GroupParticipant.Read);
        RemovedParticipants = json.Objects("removed_participants", GroupParticipant.Read);
        FailedParticipants = json.Objects("failed_participants", GroupParticipant.Read);
        InitiatedBy = json.Id("initiated_by");
        JoinRequestId = json.Id("join_request_id");
        Requester = json.Id("wa_id") is not null || json.Id("user_id") is not null ? GroupParticipant.Read(json) : null;
    }

    /// <summary>Who joined.</summary>
    public IReadOnlyList<GroupParticipant> AddedParticipants { get; init; } = ValueList<GroupParticipant>.Empty;

    /// <summary>Who left.</summary>
    public IReadOnlyList<GroupParticipant> RemovedParticipants { get; init; } = ValueList<GroupParticipant>.Empty;

    /// <summary>Who could not be added or removed.</summary>
    public IReadOnlyList<GroupParticipant> FailedParticipants { get; init; } = ValueList<GroupParticipant>.Empty;

    /// <summary><c>business</c> or <c>participant</c>; null when absent.</summary>
    public string? InitiatedBy { get; init; }

    /// <summary>The request to join, to be approved or rejected by; null when absent.</summary>
    public string? JoinRequestId { get; init; }

    /// <summary>Who asks to join; null otherwise.</summary>
    public GroupParticipant? Requester { get; init; }
}
