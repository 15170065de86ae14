using ShopBot.Shopify.Descriptions;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Search;
using Shopify.Client;

namespace ShopBot.Shopify.Catalog;

/// <summary>From Shopify's shapes to the shopping contracts.</summary>
internal static class CatalogMapping
{
    private const int MaxDescription = 700;

    public static string? Next<T>(this Page<T> page) => page.HasNextPage ? page.EndCursor : null;

    public static CollectionCard ToCard(CollectionSummary collection) => new(collection.Id, collection.Title, collection.Description);

    public static ProductCard ToCard(ProductSummary product) => new(
        product.Id,
        product.Title,
        ToMoney(product.PriceMin),
        product.PriceMin != product.PriceMax,
        Available: true);

    public static ProductCard ToCard(ProductHit hit) => new(hit.ProductId, hit.Title, hit.LowestPrice, hit.PricesDiffer, hit.Available);

    /// <param name="product">The product, with all of its variants.</param>
    /// <param name="shopAddress">What addresses in its description are relative to, when the product has no page of its own.</param>
    public static ProductDetails ToDetails(Product product, string shopAddress)
    {
        var currency = product.PriceRange.Min.CurrencyCode;
        return new ProductDetails(
            product.Id,
            product.Title,
            WhatsAppText.FromHtml(product.DescriptionHtml, MaxDescription, ToUri(product.OnlineStoreUrl) ?? new Uri(shopAddress)),
            product.Images.Count > 0 ? ToUri(product.Images[0].Url) : null,
            [.. product.Variants.Select(variant => ToOffer(variant, product.Id, product.Title, product.HasOnlyDefaultVariant, currency))],
            HasOptions: !product.HasOnlyDefaultVariant)
        {
            Options = product.HasOnlyDefaultVariant ? [] : [.. product.Options.Select(static option => new ProductChoice(option.Name, option.Values))],
        };
    }

    public static VariantOffer ToOffer(VariantSnapshot snapshot, string currency) =>
        ToOffer(snapshot.Variant, snapshot.ProductId, snapshot.ProductTitle, snapshot.HasOnlyDefaultVariant, currency);

    private static VariantOffer ToOffer(ProductVariant variant, string productId, string productTitle, bool hasOnlyDefaultVariant, string currency) => new(
        variant.Id,
        productTitle,
        hasOnlyDefaultVariant ? "" : variant.Title,
        variant.ContextualPricing is { } market ? ToMoney(market.Price) : new Money(variant.Price, currency),
        variant.ContextualPricing is { } there ? ToMoneyOrNone(there.CompareAtPrice) : variant.CompareAtPrice is { } before && before > variant.Price ? new Money(before, currency) : null,
        variant.AvailableForSale,
        // A tracked variant that may be oversold reports what is left, or less than nothing, and is still for sale.
        variant is { AvailableForSale: true, SellableOnlineQuantity: > 0 and var left } ? left : null,
        ToUri(variant.ImageUrl))
    {
        ProductId = productId,
        OptionValues = hasOnlyDefaultVariant ? [] : [.. variant.SelectedOptions.Select(static option => option.Value)],
        UnitPrice = ToMoneyOrNone(variant.ContextualPricing is { } pricing ? pricing.UnitPrice : variant.UnitPrice),
        UnitMeasure = variant.UnitPriceMeasurement is { } of ? new UnitMeasure(of.ReferenceValue, of.ReferenceUnit.ToLowerInvariant()) : null,
    };

    public static Money ToMoney(MoneyV2 money) => new(money.Amount, money.CurrencyCode);

    private static Money? ToMoneyOrNone(MoneyV2? money) => money is null ? null : ToMoney(money);

    private static Uri? ToUri(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri : null;
}
