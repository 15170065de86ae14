using System.Text;
using Microsoft.AspNetCore.Http;

namespace WhatsApp.Emulator;

/// <summary>Finds the object and edge a path names, and keeps the journal of calls.</summary>
internal sealed class GraphApi(EmulatedCloud cloud)
{
    private static readonly string[] Secrets = ["access_token=", "input_token=", "verify_token=", "client_secret=", "code=", "appsecret_proof=", "pin="];
    private readonly GraphRoutes _routes = GraphRoutes.For(cloud);
    private readonly AppNode _apps = new(cloud);
    private readonly BusinessNode _businesses = new(cloud);
    private readonly MediaEdge _media = new(cloud);
    private readonly ResumableUpload _uploads = new(cloud);

    public async Task HandleAsync(HttpContext context, string path)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, cloud.Stopping);
        GraphRequest? request = null;
        GraphAnswer answer;
        var started = cloud.Options.TimeProvider.GetTimestamp();
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
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            // The caller broke off, or its multipart body is none.
            answer = GraphError.Unsupported("The request body cannot be read.").ToAnswer();
        }

        cloud.Journal.Add(new ApiCall(cloud.Time.GetUtcNow(), context.Request.Method, PathOf(context.Request),
            request?.Id ?? "", Encoding.UTF8.GetString(request?.Body ?? []), answer.Status, answer.Body)
        { Duration = cloud.Options.TimeProvider.GetElapsedTime(started) });
        await WriteAsync(context, answer).ConfigureAwait(false);
    }

    private async Task<GraphAnswer> RouteAsync(GraphRequest request, CancellationToken cancellationToken)
    {
        if (cloud.Faults.NextCall(request.Method, request.Edge.Length > 0 ? request.Edge : request.Id) is not { } fault)
            return await AnswerAsync(request, cancellationToken).ConfigureAwait(false);
        if (!fault.AfterAccepting)
            return await fault.PlayAsync(cloud, cancellationToken).ConfigureAwait(false) ?? await AnswerAsync(request, cancellationToken).ConfigureAwait(false);
        var done = await AnswerAsync(request, cancellationToken).ConfigureAwait(false);
        return await fault.PlayAsync(cloud, cancellationToken).ConfigureAwait(false) ?? done;
    }

    private Task<GraphAnswer> AnswerAsync(GraphRequest request, CancellationToken cancellationToken)
    {
        if (request.Query("date_format") is not null || (request.Id.Length == 0 && request.Query("ids") is not null))
            throw new GraphException(GraphError.Unsupported("This parameter is no longer supported."));
        if (cloud.Number(request.Id) is { IsDeleted: false } number)
        {
            var access = cloud.Access.Resolve(request);
            if (access.Reaches(number))
                return _routes.Numbers.RouteAsync(request, access, number, cancellationToken);
            throw new GraphException(GraphError.NoSuchObject(request.Method, request.Id));
        }

        switch (request.Id)
        {
            case "debug_token" when request.Method == "GET":
                return Task.FromResult(DebugTokenEdge.Read(request, cloud));
            case "oauth" when request.Edge == "access_token":
                return Task.FromResult(TokenExchange.Answer(request, cloud));
        }

        if (cloud.App(request.Id) is { } app)
            return _apps.HandleAsync(request, app, cancellationToken);
        return WithTokenAsync(request, cloud.Access.Resolve(request), cancellationToken);
    }

    private Task<GraphAnswer> WithTokenAsync(GraphRequest request, Access access, CancellationToken cancellationToken)
    {
        if (request.Id.StartsWith("upload:", StringComparison.Ordinal))
            return Task.FromResult(_uploads.Continue(request));
        if (cloud.Waba(request.Id) is { } waba && access.Reaches(waba))
            return _routes.Wabas.RouteAsync(request, access, waba, cancellationToken);
        if (cloud.Portfolio(request.Id) is { } portfolio)
            return Task.FromResult(_businesses.Answer(request, access, portfolio));
        switch (cloud.Nodes.GetValueOrDefault(request.Id))
        {
            case EmulatedTemplate template when access.Reaches(template.Waba):
                return _routes.Templates.RouteAsync(request, access, template, cancellationToken);
            case EmulatedFlow flow when access.Reaches(flow.Waba):
                return _routes.Flows.RouteAsync(request, access, flow, cancellationToken);
            case EmulatedGroup group when access.Reaches(group.Number):
                return _routes.Groups.RouteAsync(request, access, group, cancellationToken);
        }

        if (request.Edge.Length == 0 && cloud.Media.Find(request.Id) is { } item)
            return Task.FromResult(_media.Node(request, item, access));
        throw new GraphException(GraphError.NoSuchObject(request.Method, request.Id));
    }

    /// <summary>A token may come in the query; the journal does not keep it.</summary>
    private static string PathOf(HttpRequest request)
    {
        if (!request.QueryString.HasValue)
            return request.Path.Value!;
        var kept = request.QueryString.Value!.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !Secrets.Any(name => pair.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
        var query = string.Join('&', kept);
        return query.Length == 0 ? request.Path.Value! : $"{request.Path}?{query}";
    }

    private static async Task WriteAsync(HttpContext context, GraphAnswer answer)
    {
        if (answer.Status == 0)
        {
            context.Abort();
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(answer.Body);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = bytes.Length;
        if (bytes.Length > 0)
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }
}
