using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>A contact changed in the WhatsApp Business app of a number that is used in both (field <c>smb_app_state_sync</c>).</summary>
public sealed record ContactSynced : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public ContactSynced()
    {
    }

    [SetsRequiredMembers]
    internal ContactSynced(in EventOrigin origin, JsonTree json)
        : base(origin)
    {
        Action = new ContactSyncAction(json.Id("action") ?? "");
        FullName = json["contact"].Id("full_name");
        FirstName = json["contact"].Id("first_name");
        PhoneNumber = json["contact"].Id("phone_number");
        Timestamp = json["metadata"].Instant("timestamp");
    }

    /// <summary>Added or removed.</summary>
    public required ContactSyncAction Action { get; init; }

    /// <summary>The name; null when absent.</summary>
    public string? FullName { get; init; }

    /// <summary>The given name; null when absent.</summary>
    public string? FirstName { get; init; }

    /// <summary>The number; null when absent.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>When; null when absent.</summary>
    public DateTimeOffset? Timestamp { get; init; }
}
