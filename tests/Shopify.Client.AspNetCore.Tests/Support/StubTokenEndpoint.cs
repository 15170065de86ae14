using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Shopify.Client.AspNetCore.Tests.Support;

/// <summary>A shop that answers only <c>/{shop}/admin/oauth/access_token</c>.</summary>
internal sealed class StubTokenEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Shop, string Body)> _exchanges = new();

    private StubTokenEndpoint(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public int Status { get; set; } = StatusCodes.Status200OK;

    public string Answer { get; set; } = """
        {"access_token":"shpat_new","scope":"write_products,read_orders","expires_in":3600,"refresh_token":"shprt_new","refresh_token_expires_in":7776000}
        """;

    public IReadOnlyList<(string Shop, string Body)> Exchanges => [.. _exchanges];

    public static async Task<StubTokenEndpoint> StartAsync()
    {
        var app = Loopback.Builder().Build();
        var stub = new StubTokenEndpoint(app);
        app.MapPost("/{shop}/admin/oauth/access_token", (RequestDelegate)stub.ExchangeAsync);
        stub.Address = await app.StartedAsync();
        return stub;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task ExchangeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        _exchanges.Enqueue((context.Request.RouteValues["shop"]!.ToString()!, await reader.ReadToEndAsync(context.RequestAborted)));
        context.Response.StatusCode = Status;
        await context.Response.WriteAsync(Answer, context.RequestAborted);
    }
}
