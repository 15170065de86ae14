using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.Tests.Onboarding;

/// <summary>A webhook address that answers the handshake and reads what is signed.</summary>
public sealed class WebhookInbox : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebhookInbox(WebApplication app) => _app = app;

    public Uri Url => new(new Uri(_app.Urls.First()), "/hook");

    public ConcurrentQueue<WebhookEvent> Events { get; } = new();

    public static async Task<WebhookInbox> StartAsync(string secret, string verifyToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var inbox = new WebhookInbox(app);
        app.Run(context => inbox.HandleAsync(context, secret, verifyToken));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return inbox;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context, string secret, string verifyToken)
    {
        if (context.Request.Method == "GET")
        {
            await context.Response.WriteAsync(context.Request.Query["hub.verify_token"] == verifyToken ? context.Request.Query["hub.challenge"].ToString() : "");
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (WebhookSignature.Verify(body.ToArray(), context.Request.Headers[WebhookSignature.HeaderName], [secret]) != WebhookSignatureResult.Valid)
        {
            context.Response.StatusCode = 401;
            return;
        }

        foreach (var occurred in WebhookReader.Read(body.ToArray()))
            Events.Enqueue(occurred);
    }
}
