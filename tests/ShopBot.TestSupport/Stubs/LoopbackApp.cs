using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ShopBot.TestSupport.Stubs;

/// <summary>A plain web server on a free loopback port.</summary>
public sealed class LoopbackApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoopbackApp(WebApplication app) => _app = app;

    /// <summary>Where it listens, ending in <c>/</c>.</summary>
    public Uri Url => new(_app.Urls.Single() + "/");

    /// <summary>Starts a server with these routes.</summary>
    public static async Task<LoopbackApp> StartAsync(Action<WebApplication> map, CancellationToken cancellationToken = default)
    {
        // The empty builder reads no configuration, so nothing of the test run's environment leaks in.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        map(app);
        await app.StartAsync(cancellationToken);
        return new LoopbackApp(app);
    }

    /// <summary>Stops without waiting for callers that hang.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
