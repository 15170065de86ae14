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
    ShopifyClient client, ShopifySessions sessions, ShopAddress address, CatalogSearch index, HybridCache cache, CatalogTranslations translations, ShopMarkets markets, IOptions<ShopifyShopOptions> options) : IShopCatalog
{
    private static readonly TimeSpan CurrencyCacheTime = TimeSpan.FromHours(1);

    public ValueTask<IReadOnlyList<ShopCountry>> GetCountriesAsync(StoreProfile store, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        return markets.AllAsync(store, cancellationToken);
    }

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
        var country = (await markets.OfAsync(store, cancellationToken).ConfigureAwait(false))?.Code;
        var found = await SearchAsync(store, listing, cursor, count, cancellationToken).ConfigureAwait(false) is { } hits
            ? country is null ? hits : await PricedAsync(store, country, hits, cancellationToken).ConfigureAwait(false)
            : await ListAsync(store, country, listing, cursor, count, cancellationToken).ConfigureAwait(false);
        var texts = await translations.GetAsync(store, [.. found.Items.Select(static item => item.Id)], cancellationToken).ConfigureAwait(false);
        return texts.Count == 0 ? found : found with { Items = [.. found.Items.Select(item => texts.TryGetValue(item.Id, out var text) ? item with { Title = text.Title ?? item.Title } : item)] };
    }

    private async ValueTask<CatalogPage<ProductCard>> ListAsync(StoreProfile store, string? country, ProductListing listing, string? cursor, int count, CancellationToken cancellationToken)
    {
        var search = listing.Text is { } text ? ShopifySearch.Words(text) : null;
        return await CachedAsync(CatalogKeys.Listing(store.Id, country, listing, search, cursor, count), CatalogKeys.Lists(store.Id), store, async ct =>
        {
            var query = new ProductQuery
            {
                First = count,
                After = cursor,
                CollectionId = listing.CollectionId,
                Search = search,
                Country = country,
            };
            var page = await (await AdminAsync(store, ct).ConfigureAwait(false)).GetProductsAsync(query, ct).ConfigureAwait(false);
            return new CatalogPage<ProductCard>([.. page.Items.Select(CatalogMapping.ToCard)], page.Next());
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What an index found, in the prices of a country; it knows the shop's own only.</summary>
    private async ValueTask<CatalogPage<ProductCard>> PricedAsync(StoreProfile store, string country, CatalogPage<ProductCard> found, CancellationToken cancellationToken)
    {
        if (found.Items.Count == 0)
            return found;
        IReadOnlyList<string> ids = [.. found.Items.Select(static item => item.Id)];
        var prices = await CachedAsync(CatalogKeys.Prices(store.Id, country, ids), CatalogKeys.Lists(store.Id), store, async ct =>
        {
            var ranges = await (await AdminAsync(store, ct).ConfigureAwait(false)).GetProductPricesAsync(ids, country, ct).ConfigureAwait(false);
            return new MarketPrices([.. ids.Zip(ranges).Where(static one => one.Second is not null).Select(static one => new MarketPrice(one.First, CatalogMapping.ToMoney(one.Second!.Min), one.Second.Min != one.Second.Max))]);
        }, cancellationToken).ConfigureAwait(false);
        var known = prices.Items.DistinctBy(static price => price.Id).ToDictionary(static price => price.Id, StringComparer.Ordinal);
        return found with { Items = [.. found.Items.Select(item => known.TryGetValue(item.Id, out var price) ? item with { LowestPrice = price.Lowest, PricesDiffer = price.Differ } : item)] };
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
        var country = (await markets.OfAsync(store, cancellationToken).ConfigureAwait(false))?.Code;
        var key = country is null ? CatalogKeys.Product(store.Id, productId) : CatalogKeys.Product(store.Id, productId, country, await StampAsync(store, productId, cancellationToken).ConfigureAwait(false));
        var found = await CachedAsync(key, CatalogKeys.Products(store.Id), store, async ct =>
        {
            var admin = await AdminAsync(store, ct).ConfigureAwait(false);
            var product = await admin.GetProductAsync(productId, country, ct).ConfigureAwait(false);
            return new Found<ProductDetails>(product is { Variants.Count: > 0 } && IsSold(product.Status)
                ? CatalogMapping.ToDetails(await WholeAsync(admin, product, country, ct).ConfigureAwait(false), address.Of(admin.Shop.Domain))
                : null);
        }, cancellationToken).ConfigureAwait(false);
        if (found.Value is not { } details)
            return null;
        var texts = await translations.GetAsync(store, [productId], cancellationToken).ConfigureAwait(false);
        var options = await translations.GetOptionsAsync(store, details.HasOptions ? [productId] : [], cancellationToken).ConfigureAwait(false);
        if (options.TryGetValue(productId, out var words))
            details = words.In(details);
        return texts.TryGetValue(productId, out var text) ? text.In(details, address.Of(ShopDomain.Parse(store.ShopDomain))) : details;
    }

    private ValueTask<string> StampAsync(StoreProfile store, string productId, CancellationToken cancellationToken) => CachedAsync(
        CatalogKeys.Stamp(store.Id, productId), CatalogKeys.Products(store.Id), store, static _ => new ValueTask<string>(Guid.NewGuid().ToString("N")), cancellationToken);

    /// <summary>An answer holds 100 variants, a product up to 2,048.</summary>
    private static async ValueTask<Product> WholeAsync(ShopifyAdmin admin, Product product, string? country, CancellationToken cancellationToken)
    {
        if (!product.HasMoreVariants)
            return product;
        var variants = new List<ProductVariant>();
        await foreach (var variant in admin.EnumerateVariantsOfProductAsync(product.Id, country, cancellationToken).ConfigureAwait(false))
            variants.Add(variant);
        return variants.Count == 0 ? product : product with { Variants = variants, HasMoreVariants = false };
    }

    public async ValueTask<IReadOnlyList<VariantOffer?>> GetVariantsAsync(
        StoreProfile store, IReadOnlyList<string> variantIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var currency = store.Currency ?? await CurrencyAsync(store, cancellationToken).ConfigureAwait(false);
        var country = (await markets.OfAsync(store, cancellationToken).ConfigureAwait(false))?.Code;
        var snapshots = await (await AdminAsync(store, cancellationToken).ConfigureAwait(false)).GetVariantsAsync(variantIds, country, cancellationToken).ConfigureAwait(false);
        var texts = await translations.GetAsync(store, [.. snapshots.Where(static one => one is not null).Select(static one => one!.ProductId).Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false);
        var options = await translations.GetOptionsAsync(
            store, [.. snapshots.Where(static one => one is { HasOnlyDefaultVariant: false }).Select(static one => one!.ProductId).Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false);
        return [.. snapshots.Select(snapshot => snapshot is not null && IsSold(snapshot.ProductStatus) ? Translated(CatalogMapping.ToOffer(snapshot, currency), texts, options) : null)];
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

    private static VariantOffer Translated(VariantOffer offer, IReadOnlyDictionary<string, TranslatedText> texts, IReadOnlyDictionary<string, OptionTexts> options)
    {
        if (offer.ProductId is not { } product)
            return offer;
        var named = texts.TryGetValue(product, out var text) && text.Title is { } title ? offer with { ProductTitle = title } : offer;
        return options.TryGetValue(product, out var words) ? words.In(named) : named;
    }

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
