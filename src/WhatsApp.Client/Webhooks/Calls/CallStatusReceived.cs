using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>How far a call of the business came.</summary>
public sealed record CallStatusReceived : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public CallStatusReceived()
    {
    }

    [SetsRequiredMembers]
    internal CallStatusReceived(in EventOrigin origin, JsonTree json, JsonTree contacts)
        : base(origin)
    {
        CallId = json.Id("id") ?? "";
        Status = new CallStatus(json.Id("status") ?? "");
        Customer = People.Of(contacts, json.Id("recipient_user_id"), json.Id("recipient_parent_user_id"), json.Id("recipient_id"));
        Timestamp = json.Instant("timestamp");
        BizOpaqueCallbackData = json.Text("biz_opaque_callback_data");
        Errors = origin.Errors(json["errors"]);
    }

    /// <summary>The call's id (<c>wacid</c>). Empty when absent.</summary>
    public required string CallId { get; init; }

    /// <summary>How far it came.</summary>
    public required CallStatus Status { get; init; }

    /// <summary>Who is called.</summary>
    public required MessageSender Customer { get; init; }

    /// <summary>When; null when absent.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The text given with the call; null when none was.</summary>
    public string? BizOpaqueCallbackData { get; init; }

    /// <summary>Why it failed; empty when it did not.</summary>
    public IReadOnlyList<WebhookError> Errors { get; init; } = ValueList<WebhookError>.Empty;
}
