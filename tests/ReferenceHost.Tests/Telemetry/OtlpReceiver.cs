using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ShopBot.TestSupport.Stubs;

namespace ReferenceHost.Tests.Telemetry;

/// <summary>Takes what a host sends by OTLP over HTTP, and keeps the bytes.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _traces = new();
    private readonly ConcurrentQueue<string> _metrics = new();
    private LoopbackApp _app = null!;

    public Uri Url => _app.Url;

    /// <summary>Protobuf as Latin-1: texts in it are readable.</summary>
    public string Traces => string.Concat(_traces);

    /// <inheritdoc cref="Traces"/>
    public string Metrics => string.Concat(_metrics);

    /// <summary>How often metrics came.</summary>
    public int MetricsReceived => _metrics.Count;

    public static async Task<OtlpReceiver> StartAsync(CancellationToken cancellationToken)
    {
        var receiver = new OtlpReceiver();
        receiver._app = await LoopbackApp.StartAsync(
            app =>
            {
                app.Map("/v1/traces", branch => branch.Run(context => KeepAsync(context, receiver._traces)));
                app.Map("/v1/metrics", branch => branch.Run(context => KeepAsync(context, receiver._metrics)));
            },
            cancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task KeepAsync(HttpContext context, ConcurrentQueue<string> kept)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        kept.Enqueue(Encoding.Latin1.GetString(body.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
    }
}
