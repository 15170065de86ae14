using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Shopify.Emulator.BrowserTests;

/// <summary>An app that takes webhooks.</summary>
public sealed class AppReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<(string Topic, JsonNode Body)> _told = Channel.CreateUnbounded<(string, JsonNode)>();
    private readonly List<(string Topic, JsonNode Body)> _passed = [];

    private AppReceiver()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(async context =>
        {
            var body = await JsonNode.ParseAsync(context.Request.Body);
            await _told.Writer.WriteAsync((context.Request.Headers["X-Shopify-Topic"].ToString(), body!));
        });
    }

    public string Url => _app.Urls.Single() + "/webhooks";

    public static async Task<AppReceiver> StartAsync()
    {
        var receiver = new AppReceiver();
        await receiver._app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>The next webhook of a topic; others that came before it stay for later, since they may come in any order.</summary>
    public async Task<JsonNode> WaitAsync(string topic)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (_passed.FindIndex(told => told.Topic == topic) is >= 0 and var index)
            {
                var body = _passed[index].Body;
                _passed.RemoveAt(index);
                return body;
            }

            _passed.Add(await _told.Reader.ReadAsync(deadline.Token));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(true));
        await _app.DisposeAsync();
    }
}
