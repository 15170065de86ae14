using System.Text;
using Microsoft.AspNetCore.Http;

namespace WhatsApp.Emulator;

/// <summary>Finds the object and edge a path names, and keeps the journal of calls.</summary>
internal sealed class GraphApi(EmulatedCloud cloud)
{
    private static readonly string[] Secrets = ["access_token=", "input_token=", "verify_token="];
    private readonly MessagesEdge _messages = new(cloud);
    private readonly NumberNode _numbers = new(cloud);
    private readonly SubscribedAppsEdge _subscriptions = new(cloud);
    private readonly AppSubscriptionsEdge _appSubscriptions = new(cloud);
    private readonly MediaEdge _media = new(cloud);

    public async Task HandleAsync(HttpContext context, string path)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, cloud.Stopping);
        GraphRequest? request = null;
        GraphAnswer answer;
        try
        {
            request = await GraphRequest.ReadAsync(context, path, linked.Token).ConfigureAwait(false);
            answer = await RouteAsync(request, linked.Token).ConfigureAwait(false);
        }
        catch (GraphException failure)
        {
            answer = failure.Error.ToAnswer();
        }
        catch (OperationCanceledException) when (linked.IsCancellationRequested)
        {
            answer = GraphAnswer.Dropped;
        }

        cloud.Journal.Add(new ApiCall(cloud.Time.GetUtcNow(), context.Request.Method, PathOf(context.Request),
            request?.Id ?? "", Encoding.UTF8.GetString(request?.Body ?? []), answer.Status, answer.Body));
        await WriteAsync(context, answer).ConfigureAwait(false);
    }

    private async Task<GraphAnswer> RouteAsync(GraphRequest request, CancellationToken cancellationToken)
    {
        if (request is { Id: "debug_token", Method: "GET", Edge: "" })
            return DebugTokenEdge.Read(request, cloud);
        if (request.Edge == "subscriptions" && cloud.App(request.Id) is { } app)
            return await _appSubscriptions.HandleAsync(request, app, cancellationToken).ConfigureAwait(false);
        if (cloud.Number(request.Id) is not null)
            return await RouteNumberAsync(request, AccessCheck.Number(request, cloud), cancellationToken).ConfigureAwait(false);
        if (cloud.Waba(request.Id) is not null)
            return await RouteWabaAsync(request, cancellationToken).ConfigureAwait(false);

        var reachable = AccessCheck.NumbersOf(request.Token, cloud);
        if (request.Edge.Length == 0 && cloud.Media.Find(request.Id) is { } item)
            return _media.Node(request, item, reachable);
        throw new GraphException(GraphError.NoSuchObject(request.Method, request.Id));
    }

    private async Task<GraphAnswer> RouteNumberAsync(GraphRequest request, EmulatedNumber number, CancellationToken cancellationToken)
    {
        switch (request.Method, request.Edge)
        {
            case ("POST", "messages"):
                AccessCheck.RequireMessaging(number);
                return await _messages.SendAsync(request, number, cancellationToken).ConfigureAwait(false);
            case ("POST", "media"):
                AccessCheck.RequireMessaging(number);
                return await _media.UploadAsync(request, number, cancellationToken).ConfigureAwait(false);
            case ("GET", ""):
                return NumberNode.Read(request, number);
            case ("POST", ""):
                AccessCheck.RequireManagement(number);
                return await _numbers.ChangeAsync(request, number, cancellationToken).ConfigureAwait(false);
            default:
                throw Unknown(request);
        }
    }

    private async Task<GraphAnswer> RouteWabaAsync(GraphRequest request, CancellationToken cancellationToken)
    {
        var (waba, app) = AccessCheck.Waba(request, cloud);
        return (request.Method, request.Edge) switch
        {
            ("POST", "subscribed_apps") => await _subscriptions.SubscribeAsync(request, waba, app, cancellationToken).ConfigureAwait(false),
            ("GET", "subscribed_apps") => SubscribedAppsEdge.List(waba),
            ("DELETE", "subscribed_apps") => SubscribedAppsEdge.Unsubscribe(waba, app),
            ("GET", "phone_numbers") => _numbers.List(request, waba),
            _ => throw Unknown(request),
        };
    }

    /// <summary>A token may come in the query; the journal does not keep it.</summary>
    private static string PathOf(HttpRequest request)
    {
        var kept = request.QueryString.Value?.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !Secrets.Any(name => pair.StartsWith(name, StringComparison.OrdinalIgnoreCase))) ?? [];
        var query = string.Join('&', kept);
        return query.Length == 0 ? request.Path.Value! : $"{request.Path}?{query}";
    }

    private static GraphException Unknown(GraphRequest request) =>
        new(request.Edge.Length > 0 ? GraphError.UnknownPath("/" + request.Edge) : GraphError.NoSuchObject(request.Method, request.Id));

    private static async Task WriteAsync(HttpContext context, GraphAnswer answer)
    {
        if (answer.Status == 0)
        {
            context.Abort();
            return;
        }

        var bytes = answer.Bytes ?? Encoding.UTF8.GetBytes(answer.Body);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }
}
