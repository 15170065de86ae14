using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace WhatsApp.Emulator.Tests;

/// <summary>An endpoint that keeps nothing but the number of events.</summary>
public sealed class CountingBot : IAsyncDisposable
{
    private readonly WebApplication _app;
    private long _events;

    private CountingBot(WebApplication app, Uri url) => (_app, Url) = (app, url);

    public Uri Url { get; }
    public long Events => Interlocked.Read(ref _events);

    public static async Task<CountingBot> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        CountingBot? bot = null;
        app.Run(context => bot!.CountAsync(context));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return bot = new CountingBot(app, new Uri(new Uri(app.Urls.First()), "/webhook"));
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task CountAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer);

        // Each message and each status has one timestamp.
        Interlocked.Add(ref _events, Count(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), "\"timestamp\":"u8));
        context.Response.StatusCode = 200;
    }

    private static int Count(ReadOnlySpan<byte> body, ReadOnlySpan<byte> wanted) => System.MemoryExtensions.Count(body, wanted);
}
