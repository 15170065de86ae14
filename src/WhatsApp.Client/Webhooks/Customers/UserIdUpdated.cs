using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A customer has another business-scoped user id: the older way of telling, by a field of its own. See <see cref="UserIdChanged"/>.</summary>
public sealed record UserIdUpdated : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public UserIdUpdated()
    {
    }

    [SetsRequiredMembers]
    internal UserIdUpdated(in EventOrigin origin, JsonTree json)
        : base(origin)
    {
        UserId = json["user_id"].Id("current");
        PreviousUserId = json["user_id"].Id("previous");
        ParentUserId = json["parent_user_id"].Id("current");
        PreviousParentUserId = json["parent_user_id"].Id("previous");
        WaId = json.Id("wa_id");
        Detail = json.Id("detail");
        Timestamp = json.Instant("timestamp");
    }

    /// <summary>The id from now on; null when absent.</summary>
    public string? UserId { get; init; }

    /// <summary>The id until now; null when absent.</summary>
    public string? PreviousUserId { get; init; }

    /// <summary>The parent user id from now on; null when absent.</summary>
    public string? ParentUserId { get; init; }

    /// <summary>The parent user id until now; null when absent.</summary>
    public string? PreviousParentUserId { get; init; }

    /// <summary>The phone number; null when hidden.</summary>
    public string? WaId { get; init; }

    /// <summary>For people; null when absent.</summary>
    public string? Detail { get; init; }

    /// <summary>When; null when absent.</summary>
    public DateTimeOffset? Timestamp { get; init; }
}
