using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WhatsApp.Client.Tests.Http;

/// <summary>A server that always answers with the same status, and counts the whole requests it got.</summary>
internal sealed class CountingCloud : IAsyncDisposable
{
    private readonly WebApplication _server;
    private int _bodies;

    public CountingCloud(int status)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            if ((await reader.ReadToEndAsync()).Contains("Hello", StringComparison.Ordinal))
                Interlocked.Increment(ref _bodies);
            context.Response.StatusCode = status;
        });
        _server.Start();
    }

    public Uri Url => new(_server.Urls.Single());

    public int Bodies => _bodies;

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
