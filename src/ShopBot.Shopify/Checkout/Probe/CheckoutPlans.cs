using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Stores;
using Shopify.Client;

namespace ShopBot.Shopify.Checkout;

/// <summary>Remembers per store which ways work: for a day when it is certain, for a minute when it is not, and anew after a refusal.</summary>
internal sealed class CheckoutPlans(CheckoutProbe probe, TimeProvider time, IOptions<ShopifyShopOptions> options)
{
    /// <summary>A shop that keeps refusing is not probed at every checkout.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<StoreId, (DateTimeOffset ProbedAt, DateTimeOffset Until, CheckoutReadiness Readiness)> _known = new();

    public async ValueTask<CheckoutReadiness> GetAsync(StoreId store, ShopifyShop shop, CancellationToken cancellationToken) =>
        _known.TryGetValue(store, out var known) && known.Until > time.GetUtcNow()
            ? known.Readiness
            : await ProbeAsync(store, shop, cancellationToken).ConfigureAwait(false);

    public async Task<CheckoutReadiness> ProbeAsync(StoreId store, ShopifyShop shop, CancellationToken cancellationToken)
    {
        var readiness = await probe.RunAsync(shop, cancellationToken).ConfigureAwait(false);
        var now = time.GetUtcNow();
        _known[store] = (now, now + (readiness.IsCertain ? options.Value.CheckoutProbeLifetime : Patience), readiness);
        return readiness;
    }

    /// <summary>A way that should work was refused: have the shop looked at again soon.</summary>
    public void Doubt(StoreId store)
    {
        if (_known.TryGetValue(store, out var known))
            _known.TryUpdate(store, known with { Until = Earlier(known.Until, known.ProbedAt + Patience) }, known);
    }

    public void Forget(StoreId store) => _known.TryRemove(store, out _);

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
