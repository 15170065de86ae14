using Shopify.Emulator.Graph;

namespace Shopify.Emulator.Catalog;

/// <summary>What both APIs, the pages and the webhooks compute from a product.</summary>
internal static class ProductFacts
{
    public static int TotalInventory(this CatalogProduct product) => product.Variants.Sum(static v => v.Stock ?? 0);

    public static bool TracksInventory(this CatalogProduct product) => product.Variants.Any(static v => v.Stock is not null);

    public static CatalogImage? FeaturedImage(this CatalogProduct product) => product.Images is [var first, ..] ? first : null;

    public static CatalogImage? ImageOf(this CatalogProduct product, CatalogVariant variant) =>
        product.Images.FirstOrDefault(i => i.File == variant.Image);

    /// <summary>Lowest and highest price.</summary>
    public static (decimal Min, decimal Max) PriceRange(this CatalogProduct product) =>
        (product.Variants.Min(static v => v.Price), product.Variants.Max(static v => v.Price));

    /// <summary>Lowest and highest earlier price; null when nothing is reduced.</summary>
    public static (decimal Min, decimal Max)? CompareAtRange(this CatalogProduct product)
    {
        var prices = product.Variants.Select(static v => v.CompareAtPrice).OfType<decimal>().ToList();
        return prices.Count == 0 ? null : (prices.Min(), prices.Max());
    }

    public static Money In(this decimal amount, EmulatedShop shop) => new(amount, shop.Catalog.CurrencyCode);
}
