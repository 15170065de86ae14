using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Search;
using ShopBot.Shopify.Tokens;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Search;
using Shopify.Client;

namespace ShopBot.Shopify.Catalog;

/// <summary>The catalogue from the Admin API; pages and products through the cache, variants before a purchase always fresh.</summary>
internal sealed class ShopifyCatalog(
    ShopifyClient client, ShopifySessions sessions, ShopAddress address, CatalogSearch index, HybridCache cache, CatalogTranslations translations, IOptions<ShopifyShopOptions> options) : IShopCatalog
{
    private static readonly TimeSpan CurrencyCacheTime = TimeSpan.FromHours(1);

    public async ValueTask<CatalogPage<CollectionCard>> GetCollectionsAsync(StoreProfile store, string? cursor, int count, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var found = await CachedAsync(CatalogKeys.Collections(store.Id, count, cursor), CatalogKeys.Lists(store.Id), store, async ct =>
        {
            var page = await (await AdminAsync(store, ct).ConfigureAwait(false)).GetCollectionsAsync(count, cursor, ct).ConfigureAwait(false);
            return new CatalogPage<CollectionCard>([.. page.Items.Where(item => item.ProductsCount != 0).Select(CatalogMapping.ToCard)], page.Next());
        }, cancellationToken).ConfigureAwait(false);
        var texts = await translations.GetAsync(store, [.. found.Items.Select(static item => item.Id)], cancellationToken).ConfigureAwait(false);
        return texts.Count == 0 ? found : found with { Items = [.. found.Items.Select(item => texts.TryGetValue(item.Id, out var text) ? item with { Title = text.Title ?? item.Title, Description = text.PlainDescription() ?? item.Description } : item)] };
    }

    public async ValueTask<CatalogPage<ProductCard>> GetProductsAsync(
        StoreProfile store, ProductListing listing, string? cursor, int count, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(listing);
        var found = await SearchAsync(store, listing, cursor, count, cancellationToken).ConfigureAwait(false) ?? await ListAsync(store, listing, cursor, count, cancellationToken).ConfigureAwait(false);
        var texts = await translations.GetAsync(store, [.. found.Items.Select(static item => item.Id)], cancellationToken).ConfigureAwait(false);
        return texts.Count == 0 ? found : found with { Items = [.. found.Items.Select(item => texts.TryGetValue(item.Id, out var text) ? item with { Title = text.Title ?? item.Title } : item)] };
    }

    private async ValueTask<CatalogPage<ProductCard>> ListAsync(StoreProfile store, ProductListing listing, string? cursor, int count, CancellationToken cancellationToken)
    {
        var search = listing.Text is { } text ? ShopifySearch.Words(text) : null;
        return await CachedAsync(CatalogKeys.Listing(store.Id, listing, search, cursor, count), CatalogKeys.Lists(store.Id), store, async ct =>
        {
            var query = new ProductQuery
            {
                First = count,
                After = cursor,
                CollectionId = listing.CollectionId,
                Search = search,
            };
            var page = await (await AdminAsync(store, ct).ConfigureAwait(false)).GetProductsAsync(query, ct).ConfigureAwait(false);
            return new CatalogPage<ProductCard>([.. page.Items.Select(CatalogMapping.ToCard)], page.Next());
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Null when Shopify's own search is to be asked: there is no index, it is not filled yet, or the page before came from Shopify.</summary>
    private async ValueTask<CatalogPage<ProductCard>?> SearchAsync(
        StoreProfile store, ProductListing listing, string? cursor, int count, CancellationToken cancellationToken)
    {
        if (listing is not { Text: { } text, CollectionId: null })
            return null;
        if (index is { Search: { } search, Exports: { } exports } && await SearchIndexAsync(search, exports, store, text, cursor, count, cancellationToken).ConfigureAwait(false) is { } found)
            return found;
        // The page before came from an index that was switched off meanwhile.
        return cursor is not null && ProductSearch.IsCursor(cursor) ? new CatalogPage<ProductCard>([], null) : null;
    }

    private async ValueTask<CatalogPage<ProductCard>?> SearchIndexAsync(
        ProductSearch search, CatalogExports exports, StoreProfile store, string text, string? cursor, int count, CancellationToken cancellationToken)
    {
        var synonyms = await index.SynonymsAsync(store.Id, cancellationToken).ConfigureAwait(false);
        if (await search.SearchAsync(store.Id, text, store.Locale, synonyms, cursor, count, cancellationToken).ConfigureAwait(false) is { } hits)
            return new CatalogPage<ProductCard>([.. hits.Items.Select(CatalogMapping.ToCard)], hits.NextCursor);
        // A store from before there was an index.
        if (cursor is null)
            await exports.EnsureAsync(store.Id, cancellationToken).ConfigureAwait(false);
        return null;
    }

    public async ValueTask<ProductDetails?> GetProductAsync(StoreProfile store, string productId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var found = await CachedAsync(CatalogKeys.Product(store.Id, productId), CatalogKeys.Products(store.Id), store, async ct =>
        {
            var admin = await AdminAsync(store, ct).ConfigureAwait(false);
            var product = await admin.GetProductAsync(productId, ct).ConfigureAwait(false);
            return new Found<ProductDetails>(product is { Variants.Count: > 0 } && IsSold(product.Status)
                ? CatalogMapping.ToDetails(await WholeAsync(admin, product, ct).ConfigureAwait(false), address.Of(admin.Shop.Domain))
                : null);
        }, cancellationToken).ConfigureAwait(false);
        if (found.Value is not { } details)
            return null;
        var texts = await translations.GetAsync(store, [productId], cancellationToken).ConfigureAwait(false);
        return texts.TryGetValue(productId, out var text) ? text.In(details, address.Of(ShopDomain.Parse(store.ShopDomain))) : details;
    }

    /// <summary>An answer holds 100 variants, a product up to 2,048.</summary>
    private static async ValueTask<Product> WholeAsync(ShopifyAdmin admin, Product product, CancellationToken cancellationToken)
    {
        if (!product.HasMoreVariants)
            return product;
        var variants = new List<ProductVariant>();
        await foreach (var variant in admin.EnumerateVariantsOfProductAsync(product.Id, cancellationToken).ConfigureAwait(false))
            variants.Add(variant);
        return variants.Count == 0 ? product : product with { Variants = variants, HasMoreVariants = false };
    }

    public async ValueTask<IReadOnlyList<VariantOffer?>> GetVariantsAsync(
        StoreProfile store, IReadOnlyList<string> variantIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var currency = store.Currency ?? await CurrencyAsync(store, cancellationToken).ConfigureAwait(false);
        var snapshots = await (await AdminAsync(store, cancellationToken).ConfigureAwait(false)).GetVariantsAsync(variantIds, cancellationToken).ConfigureAwait(false);
        var texts = await translations.GetAsync(store, [.. snapshots.Where(static one => one is not null).Select(static one => one!.ProductId).Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false);
        return [.. snapshots.Select(snapshot => snapshot is not null && IsSold(snapshot.ProductStatus) ? Translated(CatalogMapping.ToOffer(snapshot, currency), texts) : null)];
    }

    public async ValueTask<ProductDetails?> FindByHandleAsync(StoreProfile store, string handle, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentException.ThrowIfNullOrWhiteSpace(handle);
        var product = await (await AdminAsync(store, cancellationToken).ConfigureAwait(false)).GetProductByHandleAsync(handle, cancellationToken).ConfigureAwait(false);
        return product is { Variants.Count: > 0 } && IsSold(product.Status) ? await GetProductAsync(store, product.Id, cancellationToken).ConfigureAwait(false) : null;
    }

    public async ValueTask<IReadOnlyList<VariantOffer?>> FindCatalogItemsAsync(StoreProfile store, IReadOnlyList<string> retailerIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(retailerIds);
        var ids = retailerIds.Select(RetailerId.ToVariant).ToList();
        var known = ids.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var offers = known.Count == 0 ? [] : await GetVariantsAsync(store, known, cancellationToken).ConfigureAwait(false);
        return [.. ids.Select(id => id is null ? null : offers[known.IndexOf(id)])];
    }

    /// <summary>Only needed for a store whose shop could not be read when it was installed.</summary>
    private async Task<string> CurrencyAsync(StoreProfile store, CancellationToken cancellationToken) =>
        await cache.GetOrCreateAsync(
            CatalogKeys.Currency(store.Id),
            async ct => (await (await AdminAsync(store, ct).ConfigureAwait(false)).GetShopAsync(ct).ConfigureAwait(false)).CurrencyCode,
            new HybridCacheEntryOptions { Expiration = CurrencyCacheTime },
            tags: [CatalogKeys.Everything(store.Id)],
            cancellationToken: cancellationToken).ConfigureAwait(false);

    private static VariantOffer Translated(VariantOffer offer, IReadOnlyDictionary<string, TranslatedText> texts) =>
        offer.ProductId is { } product && texts.TryGetValue(product, out var text) && text.Title is { } title ? offer with { ProductTitle = title } : offer;

    private TimeSpan SharedTime =>
        options.Value.SharedCatalogCacheTime > options.Value.CatalogCacheTime ? options.Value.SharedCatalogCacheTime : options.Value.CatalogCacheTime;

    private ValueTask<T> CachedAsync<T>(
        string key, string tag, StoreProfile store, Func<CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken) =>
        cache.GetOrCreateAsync(
            key,
            read,
            new HybridCacheEntryOptions { Expiration = SharedTime, LocalCacheExpiration = options.Value.CatalogCacheTime },
            tags: [tag, CatalogKeys.Everything(store.Id)],
            cancellationToken: cancellationToken);

    private async ValueTask<ShopifyAdmin> AdminAsync(StoreProfile store, CancellationToken cancellationToken) =>
        client.Admin(await sessions.GetAsync(store.Id, cancellationToken).ConfigureAwait(false));

    /// <summary>Unlisted products can be bought by whoever holds a link or a button.</summary>
    private static bool IsSold(ProductStatus status) => status == ProductStatus.Active || status == ProductStatus.Unlisted;
}
