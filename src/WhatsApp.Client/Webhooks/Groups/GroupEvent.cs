using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>
/// Something happened to a group of this business.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/groups">groups</see>.
/// </summary>
public abstract record GroupEvent : WebhookEvent
{
    private protected GroupEvent()
    {
    }

    [SetsRequiredMembers]
    private protected GroupEvent(in EventOrigin origin, JsonTree json)
        : base(origin)
    {
        GroupId = json.Id("group_id") ?? "";
        Type = new GroupEventType(json.Id("type") ?? "");
        Timestamp = json.Instant("timestamp");
        RequestId = json.Id("request_id");
        Errors = origin.Errors(json["errors"]);
    }

    /// <summary>The group. Empty when absent, as when making one failed.</summary>
    public required string GroupId { get; init; }

    /// <summary>What happened.</summary>
    public required GroupEventType Type { get; init; }

    /// <summary>When; null when absent.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The call that caused it, as its answer named it; null when absent.</summary>
    public string? RequestId { get; init; }

    /// <summary>Why it failed; empty when it did not.</summary>
    public IReadOnlyList<WebhookError> Errors { get; init; } = ValueList<WebhookError>.Empty;
}
