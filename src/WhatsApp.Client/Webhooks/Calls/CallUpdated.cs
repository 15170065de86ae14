using System.Diagnostics.CodeAnalysis;

namespace WhatsApp.Client.Webhooks;

/// <summary>
/// A call begins or ends.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/calling">calling</see>.
/// </summary>
public sealed record CallUpdated : WebhookEvent
{
    /// <summary>Creates an event, for tests.</summary>
    public CallUpdated()
    {
    }

    [SetsRequiredMembers]
    internal CallUpdated(in EventOrigin origin, JsonTree json, JsonTree contacts)
        : base(origin)
    {
        CallId = json.Id("id") ?? "";
        Event = new CallEvent(json.Id("event") ?? "");
        Direction = new CallDirection(json.Id("direction") ?? "");
        Customer = Person(json, contacts);
        Timestamp = json.Instant("timestamp");
        Status = json.Id("status");
        StartTime = json.Instant("start_time");
        EndTime = json.Instant("end_time");
        Duration = json.Long("duration") is { } seconds and >= 0 and < 100_000_000 ? TimeSpan.FromSeconds(seconds) : null;
        SdpType = json["session"].Id("sdp_type");
        Sdp = json["session"].Id("sdp");
        BizOpaqueCallbackData = json.Text("biz_opaque_callback_data");
        Errors = origin.Errors(json["errors"]);
    }

    /// <summary>The call's id (<c>wacid</c>). Empty when absent.</summary>
    public required string CallId { get; init; }

    /// <summary>Begins or ends.</summary>
    public required CallEvent Event { get; init; }

    /// <summary>Who calls whom.</summary>
    public required CallDirection Direction { get; init; }

    /// <summary>The customer, whoever calls.</summary>
    public required MessageSender Customer { get; init; }

    /// <summary>When; null when absent.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Such as <c>COMPLETED</c> or <c>FAILED</c>, when it ends; null when absent.</summary>
    public string? Status { get; init; }

    /// <summary>When it was taken; null when it was not.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>When it ended; null when absent.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>How long it was; null when absent.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary><c>offer</c> or <c>answer</c>; null when absent.</summary>
    public string? SdpType { get; init; }

    /// <summary>The session description for WebRTC; null when absent.</summary>
    public string? Sdp { get; init; }

    /// <summary>The text given with the call; null when none was.</summary>
    public string? BizOpaqueCallbackData { get; init; }

    /// <summary>Why it failed; empty when it did not.</summary>
    public IReadOnlyList<WebhookError> Errors { get; init; } = ValueList<WebhookError>.Empty;

    /// <summary>The caller when the customer calls, else the one called.</summary>
    private static MessageSender Person(JsonTree json, JsonTree contacts) => json.Id("direction") == "BUSINESS_INITIATED"
        ? People.Of(contacts, json.Id("to_user_id") ?? json.Id("recipient_user_id"), json.Id("to_parent_user_id"), json.Id("to"))
        : People.Of(contacts, json.Id("from_user_id"), json.Id("from_parent_user_id"), json.Id("from"));
}
