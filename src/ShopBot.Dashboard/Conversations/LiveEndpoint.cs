using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using ShopBot.Engine.Desk;
using ShopBot.Engine.Stores;

namespace ShopBot.Dashboard;

/// <summary>
/// Tells an open page that something in its own store changed; the page then loads itself again. Carries no content. A change that nobody heard of is made up for by a look every few seconds.
/// </summary>
internal sealed class LiveEndpoint(StoreActivity activity, StoreRegistry stores, IHostApplicationLifetime lifetime)
{
    private const int LookAgainAfter = 3;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    public async Task RunAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var store = context.Owner();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        using var watch = activity.Watch(store.Id);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await WriteAsync("retry: 2000\n\n").ConfigureAwait(false);
            for (var silent = 0; !either.IsCancellationRequested;)
            {
                var heard = await watch.WaitAsync(Heartbeat, either.Token).ConfigureAwait(false);
                silent = heard ? 0 : silent + 1;
                // Whoever lost the shop meanwhile hears nothing more.
                if (await stores.ReadByShopDomainAsync(store.Profile.ShopDomain, either.Token).ConfigureAwait(false) is not { Shopify: not null } now || now.Id != store.Id)
                    return;
                await WriteAsync(heard || silent % LookAgainAfter == 0 ? "event: changed\ndata: 1\n\n" : ": still here\n\n").ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The page was closed, or the host stops: the browser opens another stream.
        }

        async Task WriteAsync(string text)
        {
            await context.Response.WriteAsync(text, either.Token).ConfigureAwait(false);
            await context.Response.Body.FlushAsync(either.Token).ConfigureAwait(false);
        }
    }
}
