using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Tokens;
using ShopBot.Shopping.Catalog;
using Shopify.Client;

namespace ShopBot.Shopify.Catalog;

/// <summary>The catalogue from the Admin API; pages and products through the cache, variants before a purchase always fresh.</summary>
internal sealed class ShopifyCatalog(ShopifyClient client, ShopifySessions sessions, HybridCache cache, IOptions<ShopifyShopOptions> options) : IShopCatalog
{
    private static readonly TimeSpan CurrencyCacheTime = TimeSpan.FromHours(1);

    public async ValueTask<CatalogPage<CollectionCard>> GetCollectionsAsync(StoreProfile store, string? cursor, int count, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        return await CachedAsync(store, $"collections:{count}:{cursor}", async ct =>
        {
            var page = await (await AdminAsync(store, ct).ConfigureAwait(false)).GetCollectionsAsync(count, cursor, ct).ConfigureAwait(false);
            return new CatalogPage<CollectionCard>([.. page.Items.Where(item => item.ProductsCount != 0).Select(CatalogMapping.ToCard)], page.Next());
        }, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<CatalogPage<ProductCard>> GetProductsAsync(
        StoreProfile store, ProductListing listing, string? cursor, int count, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(listing);
        return await CachedAsync(store, $"products:{count}:{listing.CollectionId}:{listing.Text}:{cursor}", async ct =>
        {
            var query = new ProductQuery
            {
                First = count,
                After = cursor,
                CollectionId = listing.CollectionId,
                Search = listing.Text is { } text ? ShopifySearch.Words(text) : null,
            };
            var page = await (await AdminAsync(store, ct).ConfigureAwait(false)).GetProductsAsync(query, ct).ConfigureAwait(false);
            return new CatalogPage<ProductCard>([.. page.Items.Select(CatalogMapping.ToCard)], page.Next());
        }, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<ProductDetails?> GetProductAsync(StoreProfile store, string productId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var found = await CachedAsync(store, $"product:{productId}", async ct =>
        {
            var product = await (await AdminAsync(store, ct).ConfigureAwait(false)).GetProductAsync(productId, ct).ConfigureAwait(false);
            return new Found<ProductDetails>(product is { Variants.Count: > 0 } && IsSold(product.Status) ? CatalogMapping.ToDetails(product) : null);
        }, cancellationToken).ConfigureAwait(false);
        return found.Value;
    }

    public async ValueTask<IReadOnlyList<VariantOffer?>> GetVariantsAsync(
        StoreProfile store, IReadOnlyList<string> variantIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var currency = store.Currency ?? await CurrencyAsync(store, cancellationToken).ConfigureAwait(false);
        var snapshots = await (await AdminAsync(store, cancellationToken).ConfigureAwait(false)).GetVariantsAsync(variantIds, cancellationToken).ConfigureAwait(false);
        return [.. snapshots.Select(snapshot => snapshot is not null && IsSold(snapshot.ProductStatus) ? CatalogMapping.ToOffer(snapshot, currency) : null)];
    }

    /// <summary>Only needed for a store whose shop could not be read when it was installed.</summary>
    private async Task<string> CurrencyAsync(StoreProfile store, CancellationToken cancellationToken) =>
        await cache.GetOrCreateAsync(
            $"shop:{store.Id}:currency",
            async ct => (await (await AdminAsync(store, ct).ConfigureAwait(false)).GetShopAsync(ct).ConfigureAwait(false)).CurrencyCode,
            new HybridCacheEntryOptions { Expiration = CurrencyCacheTime },
            cancellationToken: cancellationToken).ConfigureAwait(false);

    private ValueTask<T> CachedAsync<T>(StoreProfile store, string key, Func<CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken) =>
        cache.GetOrCreateAsync(
            $"catalog:{store.Id}:{key}",
            read,
            new HybridCacheEntryOptions { Expiration = options.Value.CatalogCacheTime },
            tags: [CacheTag(store.Id)],
            cancellationToken: cancellationToken);

    public static string CacheTag(StoreId store) => $"catalog:{store}";

    private async ValueTask<ShopifyAdmin> AdminAsync(StoreProfile store, CancellationToken cancellationToken) =>
        client.Admin(await sessions.GetAsync(store.Id, cancellationToken).ConfigureAwait(false));

    /// <summary>Unlisted products can be bought by whoever holds a link or a button.</summary>
    private static bool IsSold(ProductStatus status) => status == ProductStatus.Active || status == ProductStatus.Unlisted;
}
