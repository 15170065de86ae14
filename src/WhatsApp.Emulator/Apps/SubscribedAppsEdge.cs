using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary><c>POST</c>, <c>GET</c> and <c>DELETE /{waba}/subscribed_apps</c>.</summary>
internal sealed class SubscribedAppsEdge(EmulatedCloud cloud)
{
    public void Map(GraphRoutes routes)
    {
        routes.Wabas.Add("POST", "subscribed_apps", Permission.Management, SubscribeAsync);
        routes.Wabas.Add("GET", "subscribed_apps", Permission.Management, call => List(call.Node));
        routes.Wabas.Add("DELETE", "subscribed_apps", Permission.Management, call => Unsubscribe(call.Node, call.Access.App));
    }

    private async Task<GraphAnswer> SubscribeAsync(GraphCall<EmulatedWaba> call)
    {
        WebhookCallback? callback = null;
        if (call.Input.Find("override_callback_uri") is not null)
        {
            var uri = call.Input.NeedText("override_callback_uri", 2_000);
            callback = await cloud.Sender.Handshake.RequireAsync(uri, call.Input.NeedText("verify_token", 1_000), call.CancellationToken).ConfigureAwait(false);
        }

        // An empty body clears an earlier override, as on the platform.
        call.Node.Subscribe(call.Access.App, callback);
        return GraphAnswer.Success;
    }

    private static GraphAnswer List(EmulatedWaba waba)
    {
        var data = new JsonArray();
        foreach (var (app, overriding) in waba.Subscriptions)
        {
            var item = new JsonObject
            {
                ["whatsapp_business_api_data"] = new JsonObject { ["id"] = app.Id, ["name"] = $"App {app.Id}", ["link"] = $"https://app.example/{app.Id}" },
            };
            if (overriding is not null)
                item["override_callback_uri"] = overriding.Url.OriginalString;
            data.Add(item);
        }

        return GraphAnswer.Ok(new JsonObject { ["data"] = data });
    }

    private static GraphAnswer Unsubscribe(EmulatedWaba waba, EmulatedApp app)
    {
        waba.Unsubscribe(app);
        return GraphAnswer.Success;
    }
}
