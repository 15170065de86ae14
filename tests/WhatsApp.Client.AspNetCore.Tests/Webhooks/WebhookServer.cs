using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.AspNetCore.Tests.Webhooks;

/// <summary>The real endpoint on a free loopback port, and a client that posts to it.</summary>
public sealed class WebhookServer : IAsyncDisposable
{
    public const string PlatformSecret = "secret-of-the-platform";
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    public WebhookServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(Handler);
        builder.Services.AddWhatsAppWebhooks<TwoStoresHandler>(options => options.PlatformAppSecrets.Add(PlatformSecret));
        _app = builder.Build();
        _app.MapWhatsAppWebhook("/whatsapp/webhook");
        _app.Start();
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public HandlerLog Handler { get; } = new();

    public LogCollector Log { get; } = new();

    public IServiceProvider Services => _app.Services;

    public Task<HttpResponseMessage> GetAsync(string query) =>
        _client.GetAsync(new Uri("/whatsapp/webhook" + query, UriKind.Relative), TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> PostAsync(string body, string? secret) =>
        PostAsync(Encoding.UTF8.GetBytes(body), secret is null ? null : WebhookSignature.Sign(Encoding.UTF8.GetBytes(body), secret));

    public async Task<HttpResponseMessage> PostAsync(byte[] body, string? signature, bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/whatsapp/webhook") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (chunked)
            request.Headers.TransferEncodingChunked = true;
        if (signature is not null)
            request.Headers.Add("X-Hub-Signature-256", signature);
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }
}
