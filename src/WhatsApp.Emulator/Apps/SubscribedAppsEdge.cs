using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary><c>POST</c>, <c>GET</c> and <c>DELETE /{waba}/subscribed_apps</c>.</summary>
internal sealed class SubscribedAppsEdge(EmulatedCloud cloud)
{
    public async Task<GraphAnswer> SubscribeAsync(GraphRequest request, EmulatedWaba waba, EmulatedApp app, CancellationToken cancellationToken)
    {
        WebhookCallback? callback = null;
        if (request.Body.Length > 0)
        {
            var body = Param.Body(request);
            if (body.Find("override_callback_uri") is not null)
            {
                var uri = body.NeedText("override_callback_uri", 2_000);
                callback = await cloud.Sender.Handshake.RequireAsync(uri, body.NeedText("verify_token", 1_000), cancellationToken).ConfigureAwait(false);
            }
        }

        // An empty body clears an earlier override, as on the platform.
        waba.Subscribe(app, callback);
        return GraphAnswer.Success;
    }

    public static GraphAnswer List(EmulatedWaba waba)
    {
        var data = new JsonArray();
        foreach (var (app, overriding) in waba.Subscriptions())
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

    public static GraphAnswer Unsubscribe(EmulatedWaba waba, EmulatedApp app)
    {
        waba.Unsubscribe(app);
        return GraphAnswer.Success;
    }
}
