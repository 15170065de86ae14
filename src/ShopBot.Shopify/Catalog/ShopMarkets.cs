using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Logging;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Checkout;
using ShopBot.Shopify.Tokens;
using ShopBot.Shopping.Catalog;
using Shopify.Client;

namespace ShopBot.Shopify.Catalog;

/// <summary>
/// The countries a shop sells to. Asked of the Storefront API, through which carts are made: a shop whose carts cannot be in a country's currency does not show prices in it.
/// </summary>
internal sealed partial class ShopMarkets(ShopifyClient client, ShopifySessions sessions, CheckoutPlans plans, HybridCache cache, TimeProvider time, ILogger<ShopMarkets> logger)
{
    private static readonly TimeSpan CacheTime = TimeSpan.FromHours(1);
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>What each shop told last: while it does not answer, carts keep their currency, and it is asked once a minute.</summary>
    private readonly ConcurrentDictionary<StoreId, (SoldCountries Told, DateTimeOffset AskAgainAt)> _last = new();

    /// <summary>The country of the profile, when its prices are not the shop's own.</summary>
    public async ValueTask<ShopCountry?> OfAsync(StoreProfile store, CancellationToken cancellationToken)
    {
        if (store.Country is not { } country)
            return null;
        var sold = await SoldAsync(store, cancellationToken).ConfigureAwait(false);
        return country == sold.Own ? null : sold.Items.FirstOrDefault(one => one.Code == country);
    }

    /// <summary>All of them; empty when the shop did not tell.</summary>
    public async ValueTask<IReadOnlyList<ShopCountry>> AllAsync(StoreProfile store, CancellationToken cancellationToken) => (await SoldAsync(store, cancellationToken).ConfigureAwait(false)).Items;

    private async ValueTask<SoldCountries> SoldAsync(StoreProfile store, CancellationToken cancellationToken)
    {
        if (_last.TryGetValue(store.Id, out var last) && last.AskAgainAt > time.GetUtcNow())
            return last.Told;
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var told = await cache.GetOrCreateAsync(
                CatalogKeys.Countries(store.Id),
                async ct => await ReadAsync(store, ct).ConfigureAwait(false),
                new HybridCacheEntryOptions { Expiration = CacheTime },
                tags: [CatalogKeys.Everything(store.Id)],
                cancellationToken: either.Token).ConfigureAwait(false);
            if (!ReferenceEquals(last.Told, told) || last.AskAgainAt != default)
                _last[store.Id] = (told, default);
            return told;
        }
        catch (Exception failure) when (failure is ShopifyException or ShopNotConnectedException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.NotTold(logger, store.Id, failure);
            var known = last.Told ?? SoldCountries.None;
            _last[store.Id] = (known, time.GetUtcNow() + Patience);
            return known;
        }
    }

    private async ValueTask<SoldCountries> ReadAsync(StoreProfile store, CancellationToken cancellationToken)
    {
        var shop = await sessions.GetAsync(store.Id, cancellationToken).ConfigureAwait(false);
        var readiness = await plans.GetAsync(store.Id, shop, cancellationToken).ConfigureAwait(false);
        if (readiness.Storefront == StorefrontAccess.None)
            return SoldCountries.None;
        var storefront = readiness.Storefront == StorefrontAccess.Tokenless ? client.StorefrontWithoutToken(shop.Domain) : client.Storefront(shop);
        try
        {
            var found = await storefront.GetCountriesAsync(cancellationToken).ConfigureAwait(false);
            return new SoldCountries(found.Own?.IsoCode, [.. found.Available.Select(static country => new ShopCountry(country.IsoCode, country.CurrencyCode))]);
        }
        catch (ShopifyGraphQLException)
        {
            return SoldCountries.None;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2108, Level = LogLevel.Warning, Message = "Store {Store}: the countries it sells to could not be read; what was known of them stands.")]
        public static partial void NotTold(ILogger logger, StoreId store, Exception exception);
    }
}
