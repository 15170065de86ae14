using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WhatsApp.Client.Tests.Media;

/// <summary>A server on a free port that keeps every request and answers by path.</summary>
public sealed class MediaHost : IAsyncDisposable
{
    private readonly WebApplication _server;

    public MediaHost(ConcurrentDictionary<string, RequestDelegate> answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        _server = builder.Build();
        _server.Run(async context =>
        {
            Requests.Enqueue(Seen.Of(context.Request));
            if (answers.TryGetValue(context.Request.Path, out var answer))
                await answer(context);
            else
                context.Response.StatusCode = 404;
        });
        _server.Start();
    }

    public string Url => _server.Urls.Single();

    public ConcurrentQueue<Seen> Requests { get; } = new();

    public IEnumerable<string> Paths => Requests.Select(request => request.Path);

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    public sealed record Seen(string Method, string Path, string Query, string? Authorization, string UserAgent, string? ContentType, long? ContentLength)
    {
        public static Seen Of(HttpRequest request) => new(
            request.Method, request.Path, request.QueryString.Value ?? "", request.Headers.Authorization, request.Headers.UserAgent.ToString(),
            request.ContentType, request.ContentLength);
    }
}
