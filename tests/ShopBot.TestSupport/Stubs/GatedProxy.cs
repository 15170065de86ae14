using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ShopBot.TestSupport.Processes;

namespace ShopBot.TestSupport.Stubs;

/// <summary>Stands between a host and a platform and can hold one request at a known moment: before the platform sees it, or after it answered.</summary>
public sealed class GatedProxy : IAsyncDisposable
{
    private readonly HttpClient _client = Http.NewClient();
    private readonly Uri _target;
    private LoopbackApp _app = null!;
    private volatile GateRule? _rule;

    private GatedProxy(Uri target) => _target = target;

    /// <summary>Where the host is to call.</summary>
    public Uri Url => _app.Url;

    /// <summary>Starts a proxy that lets everything through.</summary>
    /// <param name="target">The platform.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<GatedProxy> StartAsync(Uri target, CancellationToken cancellationToken = default)
    {
        var proxy = new GatedProxy(target);
        proxy._app = await LoopbackApp.StartAsync(app => app.Run(proxy.PassAsync), cancellationToken);
        return proxy;
    }

    /// <summary>Answers in the platform's place: an HTTP status and a JSON body; null lets a request through.</summary>
    public Func<HttpRequest, string, (int Status, string Json)?>? Instead { get; set; }

    /// <summary>Holds the next request that matches before the platform sees it.</summary>
    /// <param name="match">The request and its body.</param>
    public GateRule HoldRequest(Func<HttpRequest, string, bool> match) => _rule = new GateRule(match, forwardFirst: false);

    /// <summary>Lets the platform handle the next request that matches, and holds its answer.</summary>
    /// <inheritdoc cref="HoldRequest" path="/param"/>
    public GateRule HoldAnswer(Func<HttpRequest, string, bool> match) => _rule = new GateRule(match, forwardFirst: true);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        if (Instead?.Invoke(context.Request, body) is { } instead)
        {
            context.Response.StatusCode = instead.Status;
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync(instead.Json, context.RequestAborted);
            return;
        }

        var held = _rule is { } rule && rule.TryTake(context.Request, body) ? rule : null;
        if (held is { ForwardFirst: false })
        {
            await HoldAsync(context, held);
            return;
        }

        using var request = Copy(context.Request, body);
        using var answer = await _client.SendAsync(request, CancellationToken.None);
        if (held is not null)
        {
            await HoldAsync(context, held);
            return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        foreach (var header in answer.Headers.Where(header => header.Key.StartsWith("X-", StringComparison.OrdinalIgnoreCase)))
            context.Response.Headers[header.Key] = header.Value.ToArray();
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static async Task HoldAsync(HttpContext context, GateRule rule)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        rule.Reach();
        await gone.Task;
    }

    private HttpRequestMessage Copy(HttpRequest source, string body)
    {
        var request = new HttpRequestMessage(new HttpMethod(source.Method), new Uri(_target, $"{source.Path.Value![1..]}{source.QueryString.Value}"));
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (source.ContentType is { } type)
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        foreach (var (name, values) in source.Headers)
        {
            if (!name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) && name is not ("Host" or "Connection" or "Transfer-Encoding"))
                request.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        return request;
    }
}
