using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary><c>GET /{phone-number-id}/message_history</c>: the delivery events of outgoing messages.</summary>
internal sealed class HistoryEdge(EmulatedCloud cloud)
{
    public void Map(GraphRoutes routes) => routes.Numbers.Add("GET", "message_history", Permission.Management, call =>
        GraphPage.Of(call.Request, cloud, call.Node.Trail.Read(call.Request.Query("message_id")), found => Describe(call, found.MessageId, found.Steps)));

    private static JsonObject Describe(GraphCall<EmulatedNumber> call, string messageId, IReadOnlyList<MessageTrail.Step> steps)
    {
        var filter = call.Request.Query("status_filter");
        var events = steps.Where(step => filter is null || step.Status.Equals(filter, StringComparison.OrdinalIgnoreCase)).Select(step => new JsonObject
        {
            ["delivery_status"] = step.Status.ToUpperInvariant(),
            ["timestamp"] = step.At.ToUnixTimeSeconds(),
            ["webhook_update_state"] = step.IsTaken ? "DELIVERED" : "PENDING",
            ["application"] = new JsonObject { ["id"] = call.Node.App.Id },
            ["webhook_uri"] = call.Node.Waba.CallbackFor(call.Node, call.Node.App)?.Url.OriginalString,
        });
        return new JsonObject { ["id"] = messageId, ["message_id"] = messageId, ["events"] = new JsonObject { ["data"] = new JsonArray([.. events]) } };
    }
}
