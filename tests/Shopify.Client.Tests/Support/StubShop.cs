using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Shopify.Client.Tests.Support;

/// <summary>A web server on a free loopback port that gives the answers it was told, in order, and remembers what it was asked.</summary>
internal sealed class StubShop : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _answers = new();
    private readonly ConcurrentQueue<StubRequest> _requests = new();

    private StubShop(WebApplication app) => _app = app;

    public string Address { get; private set; } = string.Empty;

    public IReadOnlyList<StubRequest> Requests => [.. _requests];

    public static async Task<StubShop> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var stub = new StubShop(builder.Build());
        stub._app.Run(stub.HandleAsync);
        await stub._app.StartAsync(TestContext.Current.CancellationToken);
        stub.Address = stub._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return stub;
    }

    public StubShop Answers(string json, int status = 200, params (string Name, string Value)[] headers) =>
        Answers(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = json.StartsWith('<') ? "text/html" : "application/json";
            foreach (var (name, value) in headers)
                context.Response.Headers[name] = value;
            await context.Response.WriteAsync(json, context.RequestAborted);
        });

    public StubShop Answers(Func<HttpContext, Task> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        _requests.Enqueue(new StubRequest(
            context.Request.Path + context.Request.QueryString,
            context.Request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body));
        context.Items["body"] = body;
        if (_answers.TryDequeue(out var answer))
            await answer(context);
        else
            context.Response.StatusCode = StatusCodes.Status501NotImplemented;
    }
}
