using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ShopBot.TestSupport.Stubs;

namespace ReferenceHost.Tests.Owner;

/// <summary>A load balancer without any cleverness: each request goes to the next host, whichever answered the one before; to another one when that cannot be reached.</summary>
public sealed class RoundRobinProxy : IAsyncDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromSeconds(1) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private LoopbackApp _app = null!;
    private volatile Uri[] _hosts = [];
    private int _next;

    private RoundRobinProxy()
    {
    }

    public Uri Url => _app.Url;

    /// <summary>How many requests each host answered.</summary>
    public Dictionary<Uri, int> Answered { get; } = [];

    public static async Task<RoundRobinProxy> StartAsync(CancellationToken cancellationToken)
    {
        var proxy = new RoundRobinProxy();
        proxy._app = await LoopbackApp.StartAsync(app => app.Run(proxy.PassAsync), cancellationToken);
        return proxy;
    }

    public void SendTo(params Uri[] hosts) => _hosts = hosts;

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var hosts = _hosts;
        // Taken once: with a number for each attempt, requests that come meanwhile could send both attempts to the host that is gone.
        var first = (uint)Interlocked.Increment(ref _next);
        for (var attempt = 0; attempt < hosts.Length; attempt++)
        {
            var host = hosts[(first + attempt) % hosts.Length];
            try
            {
                using var request = Copy(context.Request, host, body.ToArray());
                using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
                lock (Answered)
                    Answered[host] = Answered.GetValueOrDefault(host) + 1;
                await PassBackAsync(context, answer);
                return;
            }
            catch (HttpRequestException) when (!context.Response.HasStarted)
            {
                // Nobody there: the next one.
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
            {
                context.Abort();
                return;
            }
        }

        context.Response.StatusCode = StatusCodes.Status502BadGateway;
    }

    private static async Task PassBackAsync(HttpContext context, HttpResponseMessage answer)
    {
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Transfer-Encoding" or "Connection" or "Keep-Alive")))
            context.Response.Headers[name] = values.ToArray();
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await using var content = await answer.Content.ReadAsStreamAsync(context.RequestAborted);
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await content.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            await context.Response.Body.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private static HttpRequestMessage Copy(HttpRequest source, Uri host, byte[] body)
    {
        var request = new HttpRequestMessage(new HttpMethod(source.Method), new Uri(host, $"{source.Path.Value![1..]}{source.QueryString.Value}"));
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(body);
            if (source.ContentType is { } type)
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        foreach (var (name, values) in source.Headers)
        {
            if (!name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) && name is not ("Connection" or "Transfer-Encoding"))
                request.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        return request;
    }
}
