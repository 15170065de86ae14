using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A person has another phone number, and with it another user id: link the new ones to the person you know.</summary>
public sealed record NumberChanged : SystemReceived
{
    /// <summary>Creates an event, for tests.</summary>
    public NumberChanged()
    {
    }

    [SetsRequiredMembers]
    internal NumberChanged(scoped in MessageParts parts, JsonTree json)
        : base(parts, json)
    {
        OldWaId = parts.From.WaId ?? json.Id("customer");
        NewWaId = json.Id("wa_id") ?? json.Id("new_wa_id");
        UserId = json.Id("user_id");
        PreviousUserId = json.Id("previous_user_id") ?? (UserId == parts.From.UserId ? null : parts.From.UserId);
        ParentUserId = json.Id("parent_user_id");
    }

    /// <summary>The number until now; null when hidden.</summary>
    public string? OldWaId { get; init; }

    /// <summary>The number from now on; null when hidden.</summary>
    public string? NewWaId { get; init; }

    /// <summary>The business-scoped user id from now on; null when absent.</summary>
    public string? UserId { get; init; }

    /// <summary>The business-scoped user id until now; null when absent.</summary>
    public string? PreviousUserId { get; init; }

    /// <summary>The parent user id from now on; null when absent.</summary>
    public string? ParentUserId { get; init; }
}
