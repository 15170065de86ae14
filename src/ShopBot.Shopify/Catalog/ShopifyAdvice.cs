using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Checkout;
using ShopBot.Shopify.Tokens;
using ShopBot.Shopping.Advice;
using ShopBot.Shopping.Catalog;
using Shopify.Client;

namespace ShopBot.Shopify.Catalog;

/// <summary>Shopify's own recommendations, from the Storefront API, through the cache.</summary>
internal sealed partial class ShopifyAdvice(
    ShopifyClient client, ShopifySessions sessions, CheckoutPlans plans, ShopMarkets markets, HybridCache cache, IOptions<ShopifyShopOptions> options, TimeProvider time, ILogger<ShopifyAdvice> logger) : IShopAdvice
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(4);

    public async ValueTask<IReadOnlyList<ProductCard>> GetSimilarAsync(StoreProfile store, string productId, int count, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentException.ThrowIfNullOrWhiteSpace(productId);
        using var deadline = new CancellationTokenSource(Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var country = (await markets.OfAsync(store, either.Token).ConfigureAwait(false))?.Code;
            var page = await cache.GetOrCreateAsync(
                $"{store.Id}:catalog:similar:{store.Locale}:{country}:{productId}",
                async ct => new CatalogPage<ProductCard>(await ReadAsync(store, country, productId, ct).ConfigureAwait(false), null),
                new HybridCacheEntryOptions { Expiration = options.Value.SharedCatalogCacheTime, LocalCacheExpiration = options.Value.CatalogCacheTime },
                tags: [CatalogKeys.Lists(store.Id), CatalogKeys.Everything(store.Id)],
                cancellationToken: either.Token).ConfigureAwait(false);
            return [.. page.Items.Take(count)];
        }
        catch (Exception failure) when (failure is ShopifyException or ShopNotConnectedException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.None(logger, store.Id, failure);
            return [];
        }
    }

    private async ValueTask<IReadOnlyList<ProductCard>> ReadAsync(StoreProfile store, string? country, string productId, CancellationToken cancellationToken)
    {
        var shop = await sessions.GetAsync(store.Id, cancellationToken).ConfigureAwait(false);
        var readiness = await plans.GetAsync(store.Id, shop, cancellationToken).ConfigureAwait(false);
        if (readiness.Storefront == StorefrontAccess.None)
            return [];
        var storefront = readiness.Storefront == StorefrontAccess.Tokenless ? client.StorefrontWithoutToken(shop.Domain) : client.Storefront(shop);
        var found = await storefront.GetProductRecommendationsAsync(productId, countryCode: country, languageCode: StorefrontLanguage.Of(store.Locale), cancellationToken: cancellationToken).ConfigureAwait(false);
        return [.. (found ?? []).Where(static product => product is { AvailableForSale: true, PriceRange: not null }).Select(static product => new ProductCard(
            product.Id, product.Title, new Money(product.PriceRange!.Min.Amount, product.PriceRange.Min.CurrencyCode), product.PriceRange.Min != product.PriceRange.Max, Available: true))];
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2105, Level = LogLevel.Warning, Message = "Store {Store}: what goes with a product could not be asked.")]
        public static partial void None(ILogger logger, StoreId store, Exception exception);
    }
}
