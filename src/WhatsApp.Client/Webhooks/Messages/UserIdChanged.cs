using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A person has another business-scoped user id: link it to the person you know by the previous one.</summary>
public sealed record UserIdChanged : SystemReceived
{
    /// <summary>Creates an event, for tests.</summary>
    public UserIdChanged()
    {
    }

    [SetsRequiredMembers]
    internal UserIdChanged(scoped in MessageParts parts, JsonTree json)
        : base(parts, json)
    {
        UserId = json.Id("user_id");
        PreviousUserId = json.Id("previous_user_id") ?? (UserId == parts.From.UserId ? null : parts.From.UserId);
        ParentUserId = json.Id("parent_user_id");
        WaId = json.Id("wa_id") ?? parts.From.WaId;
    }

    /// <summary>The id from now on; null when absent.</summary>
    public string? UserId { get; init; }

    /// <summary>The id until now; null when absent.</summary>
    public string? PreviousUserId { get; init; }

    /// <summary>The parent user id from now on; null when absent.</summary>
    public string? ParentUserId { get; init; }

    /// <summary>The phone number; null when hidden.</summary>
    public string? WaId { get; init; }
}
