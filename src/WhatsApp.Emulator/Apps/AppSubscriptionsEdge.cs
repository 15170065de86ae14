using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>The webhook settings of an app: <c>GET</c>, <c>POST</c> and <c>DELETE /{app}/subscriptions</c>, with the app's own token.</summary>
internal sealed class AppSubscriptionsEdge(EmulatedCloud cloud)
{
    private const string WhatsAppObject = "whatsapp_business_account";

    public async Task<GraphAnswer> HandleAsync(GraphRequest request, EmulatedApp app, CancellationToken cancellationToken)
    {
        if (cloud.Access.AppOf(request.Token) != app)
            throw new GraphException(GraphError.InvalidToken("This method must be called with an app access_token."));
        switch (request.Method)
        {
            case "GET":
                return List(app);
            case "POST":
                return await SubscribeAsync(request, app, cancellationToken).ConfigureAwait(false);
            case "DELETE":
                app.Callback = null;
                return GraphAnswer.Success;
            default:
                throw new GraphException(GraphError.NoSuchObject(request.Method, request.Id));
        }
    }

    private static GraphAnswer List(EmulatedApp app)
    {
        var data = new JsonArray();
        if (app.Callback is { } callback)
        {
            data.Add(new JsonObject
            {
                ["object"] = WhatsAppObject,
                ["callback_url"] = callback.Url.OriginalString,
                ["active"] = true,
                ["fields"] = new JsonArray([.. app.Fields.Select(field => new JsonObject { ["name"] = field, ["version"] = app.WebhookVersion })]),
            });
        }

        return GraphAnswer.Ok(new JsonObject { ["data"] = data });
    }

    private async Task<GraphAnswer> SubscribeAsync(GraphRequest request, EmulatedApp app, CancellationToken cancellationToken)
    {
        if (Need(request, "object") != WhatsAppObject)
            throw new GraphException(GraphError.Unsupported($"This emulator knows the object {WhatsAppObject} only."));
        var fields = Need(request, "fields").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        app.Callback = await cloud.Sender.Handshake
            .RequireAsync(Need(request, "callback_url"), Need(request, "verify_token"), cancellationToken).ConfigureAwait(false);
        app.Fields = fields;
        return GraphAnswer.Success;
    }

    private static string Need(GraphRequest request, string name) =>
        (request.Query(name) ?? (request.Body.Length > 0 || request.Form is not null ? request.Input.FindText(name, 2_000) : null)) is { Length: > 0 } value ? value : throw new GraphException(GraphError.MissingTopLevel(name));
}
