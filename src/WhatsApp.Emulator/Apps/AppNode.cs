using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>What hangs below an app id: its webhook settings, the start of resumable uploads, and the app itself.</summary>
internal sealed class AppNode(EmulatedCloud cloud)
{
    private readonly AppSubscriptionsEdge _subscriptions = new(cloud);
    private readonly ResumableUpload _uploads = new(cloud);

    public Task<GraphAnswer> HandleAsync(GraphRequest request, EmulatedApp app, CancellationToken cancellationToken)
    {
        if (request.Edge == "subscriptions")
            return _subscriptions.HandleAsync(request, app, cancellationToken);
        if (cloud.Access.AppOf(request.Token) != app && cloud.Access.Resolve(request).App != app)
            throw new GraphException(GraphError.NoSuchObject(request.Method, request.Id));
        return Task.FromResult((request.Method, request.Edge) switch
        {
            ("POST", "uploads") => _uploads.Begin(request),
            ("GET", "") => GraphAnswer.Ok(FieldSelection.Pick(request, Describe(app), "Application", ["id", "name", "link"])),
            _ => throw new GraphException(request.Edge.Length > 0 ? GraphError.UnknownPath("/" + request.Edge) : GraphError.NoSuchObject(request.Method, request.Id)),
        });
    }

    private static JsonObject Describe(EmulatedApp app) => new()
    {
        ["id"] = app.Id,
        ["name"] = $"App {app.Id}",
        ["link"] = $"https://app.example/{app.Id}",
        ["health_status"] = new JsonObject
        {
            ["can_send_message"] = app.IsLive ? "AVAILABLE" : "LIMITED",
            ["entities"] = new JsonArray(new JsonObject { ["entity_type"] = "APP", ["id"] = app.Id, ["can_send_message"] = app.IsLive ? "AVAILABLE" : "LIMITED" }),
        },
    };
}
