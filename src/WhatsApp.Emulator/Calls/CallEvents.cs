using System.Globalization;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>The webhooks of calls.</summary>
internal static class CallEvents
{
    public static Task ConnectAsync(EmulatedCall call, string sdpType, string sdp, EmulatedCloud cloud, CancellationToken cancellationToken)
    {
        var item = Item(call, "connect", cloud);
        item["session"] = new JsonObject { ["sdp_type"] = sdpType, ["sdp"] = sdp };
        return RaiseAsync(call, "calls", item, cloud, cancellationToken);
    }

    public static Task TerminateAsync(EmulatedCall call, EmulatedCloud cloud, CancellationToken cancellationToken)
    {
        var now = cloud.Time.GetUtcNow();
        var item = Item(call, "terminate", cloud);
        item["status"] = call.IsAccepted ? "COMPLETED" : "FAILED";
        if (call.IsAccepted)
        {
            item["start_time"] = Seconds(call.StartedAt);
            item["end_time"] = Seconds(now);
            item["duration"] = (int)(now - call.StartedAt).TotalSeconds;
        }

        return RaiseAsync(call, "calls", item, cloud, cancellationToken);
    }

    /// <param name="call">The call.</param>
    /// <param name="status"><c>RINGING</c>, <c>ACCEPTED</c> or <c>REJECTED</c>.</param>
    /// <param name="cloud">The platform.</param>
    /// <param name="cancellationToken">Stops waiting for the webhook.</param>
    public static Task StatusAsync(EmulatedCall call, string status, EmulatedCloud cloud, CancellationToken cancellationToken)
    {
        var item = new JsonObject { ["id"] = call.Id, ["type"] = "call", ["status"] = status, ["timestamp"] = Seconds(cloud.Time.GetUtcNow()) };
        if (call.Phone.VisibleWaId(call.Number) is { } waId)
            item["recipient_id"] = waId;
        if (call.Phone.UserIdFor(call.Number) is { } userId)
            item["recipient_user_id"] = userId;
        if (call.BizOpaque is { } opaque)
            item["biz_opaque_callback_data"] = opaque;
        return RaiseAsync(call, "statuses", item, cloud, cancellationToken);
    }

    private static JsonObject Item(EmulatedCall call, string happening, EmulatedCloud cloud)
    {
        var item = new JsonObject { ["id"] = call.Id };
        var (waId, userId) = (call.Phone.VisibleWaId(call.Number), call.Phone.UserIdFor(call.Number));
        item[call.IsFromBusiness ? "from" : "to"] = call.Number.Digits;
        if (waId is not null)
            item[call.IsFromBusiness ? "to" : "from"] = waId;
        if (userId is not null)
            item[call.IsFromBusiness ? "to_user_id" : "from_user_id"] = userId;
        item["event"] = happening;
        item["timestamp"] = Seconds(cloud.Time.GetUtcNow());
        item["direction"] = call.IsFromBusiness ? "BUSINESS_INITIATED" : "USER_INITIATED";
        if (call.BizOpaque is { } opaque)
            item["biz_opaque_callback_data"] = opaque;
        return item;
    }

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static Task RaiseAsync(EmulatedCall call, string list, JsonObject item, EmulatedCloud cloud, CancellationToken cancellationToken) => cloud.Sender.RaiseAsync(
        new JsonEvent(call.Number.Waba, call.Number, "calls", item) { List = list, Contact = ContactCard.Of(call.Phone, call.Number, call.Phone.VisibleWaId(call.Number), withUsername: true) },
        cancellationToken);
}
