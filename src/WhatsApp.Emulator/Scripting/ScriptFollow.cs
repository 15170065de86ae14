using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace WhatsApp.Emulator;

/// <summary><c>GET /_control/feed</c>: what happens from now on, as lines of JSON, until the caller leaves.</summary>
internal static class ScriptFollow
{
    public static void Map(IEndpointRouteBuilder endpoints, EmulatedCloud cloud) =>
        endpoints.MapGet("/feed", (RequestDelegate)(context => StreamAsync(context, cloud)));

    private static async Task StreamAsync(HttpContext context, EmulatedCloud cloud)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, cloud.Stopping);
        var lines = cloud.Followers.Follow();
        try
        {
            context.Response.ContentType = "application/x-ndjson";
            context.Response.Headers.CacheControl = "no-store";

            // The head goes out at once: from here on nothing is missed.
            await context.Response.StartAsync(linked.Token).ConfigureAwait(false);
            await context.Response.BodyWriter.FlushAsync(linked.Token).ConfigureAwait(false);
            while (await lines.Reader.WaitToReadAsync(linked.Token).ConfigureAwait(false))
            {
                while (lines.Reader.TryRead(out var line))
                    line.CopyTo(Take(context, line.Length));
                await context.Response.BodyWriter.FlushAsync(linked.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (linked.IsCancellationRequested)
        {
        }
        finally
        {
            cloud.Followers.Leave(lines);
        }
    }

    private static Span<byte> Take(HttpContext context, int length)
    {
        var span = context.Response.BodyWriter.GetSpan(length)[..length];
        context.Response.BodyWriter.Advance(length);
        return span;
    }
}
