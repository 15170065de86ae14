using Microsoft.AspNetCore.Http;

namespace WhatsApp.Emulator;

/// <summary>Server-sent events: a line of JSON per new or changed message and when the business types; for the page also a word about traffic.</summary>
internal static class PhoneEvents
{
    /// <summary><c>/phones/{phone}/events</c>: the news of one phone.</summary>
    public static Task StreamOneAsync(HttpContext context, EmulatedCloud cloud)
    {
        if (cloud.PhoneById(context.Request.RouteValues["phone"] as string ?? "") is { } phone)
            return StreamAsync(context, cloud, [phone], isPage: false);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary><c>/events?phone=p1&amp;phone=p2</c>: all that a page with these phones shows, over one connection, as a browser has few.</summary>
    public static Task StreamPageAsync(HttpContext context, EmulatedCloud cloud) =>
        StreamAsync(context, cloud, [.. context.Request.Query["phone"].Select(id => cloud.PhoneById(id ?? "")).OfType<EmulatedPhone>()], isPage: true);

    private static async Task StreamAsync(HttpContext context, EmulatedCloud cloud, IReadOnlyList<EmulatedPhone> phones, bool isPage)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, cloud.Stopping);
        using var subscription = cloud.Feed.Listen(phones, isPage);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            // The first line goes out at once, so that the page knows it misses nothing from here on.
            await SendAsync(context, "retry: 500\nevent: ready\ndata: {}\n\n", linked.Token).ConfigureAwait(false);
            await foreach (var news in subscription.ReadAllAsync(linked.Token).ConfigureAwait(false))
            {
                if (news is null)
                    subscription.TrafficTold();
                await SendAsync(context, news is null ? "event: traffic\ndata: {}\n\n" : $"data: {ChatJson.Of(news)}\n\n", linked.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (linked.IsCancellationRequested)
        {
        }
    }

    private static async Task SendAsync(HttpContext context, string lines, CancellationToken cancellationToken)
    {
        await context.Response.WriteAsync(lines, cancellationToken).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
