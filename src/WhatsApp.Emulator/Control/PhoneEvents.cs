using Microsoft.AspNetCore.Http;

namespace WhatsApp.Emulator;

/// <summary>Server-sent events for one phone: a line of JSON per new or changed message, and when the business types.</summary>
internal static class PhoneEvents
{
    public static async Task StreamAsync(HttpContext context, EmulatedCloud cloud)
    {
        if (cloud.PhoneById(context.Request.RouteValues["phone"] as string ?? "") is not { } phone)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var linked = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, cloud.Stopping);
        using var subscription = phone.Feed.Listen();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            // The first line goes out at once, so that the page knows it misses nothing from here on.
            await context.Response.WriteAsync("retry: 500\nevent: ready\ndata: {}\n\n", linked.Token).ConfigureAwait(false);
            await context.Response.Body.FlushAsync(linked.Token).ConfigureAwait(false);
            await foreach (var news in subscription.Reader.ReadAllAsync(linked.Token).ConfigureAwait(false))
            {
                await context.Response.WriteAsync($"data: {ChatJson.Of(news)}\n\n", linked.Token).ConfigureAwait(false);
                await context.Response.Body.FlushAsync(linked.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (linked.IsCancellationRequested)
        {
        }
    }
}
