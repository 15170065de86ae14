using Shopify.Emulator.Catalog;
using Shopify.Emulator.Search;

namespace Shopify.Emulator.Graph;

/// <summary>The orders in which products and collections can be listed.</summary>
internal static class ProductSorting
{
    /// <summary>Sorts, and gives the value that goes into cursors.</summary>
    public static (IEnumerable<CatalogProduct> Products, Func<CatalogProduct, string>? Value) By(
        IEnumerable<CatalogProduct> products, string? key, string? query = null) => key switch
    {
        null or "ID" => (products.OrderBy(static p => p.Id), null),
        "TITLE" => (products.OrderBy(static p => p.Title, StringComparer.InvariantCultureIgnoreCase).ThenBy(static p => p.Id), static p => p.Title),
        "VENDOR" => (products.OrderBy(static p => p.Vendor, StringComparer.InvariantCultureIgnoreCase).ThenBy(static p => p.Id), static p => p.Vendor),
        "PRODUCT_TYPE" => (products.OrderBy(static p => p.ProductType, StringComparer.InvariantCultureIgnoreCase).ThenBy(static p => p.Id), static p => p.ProductType),
        "CREATED_AT" or "CREATED" or "PUBLISHED_AT" => (products.OrderBy(static p => p.CreatedAt).ThenBy(static p => p.Id), null),
        "UPDATED_AT" => (products.OrderBy(static p => p.UpdatedAt).ThenBy(static p => p.Id), null),
        "INVENTORY_TOTAL" => (products.OrderBy(static p => p.TotalInventory()).ThenBy(static p => p.Id), null),
        "PRICE" => (products.OrderBy(static p => p.PriceRange().Min).ThenBy(static p => p.Id), static p => Money.TwoDecimals(p.PriceRange().Min)),
        "RELEVANCE" => (ByRelevance(products, query), null),
        "COLLECTION_DEFAULT" or "MANUAL" => (products, null),
        _ => throw GraphError.Unsupported($"sort key {key}"),
    };

    private static IEnumerable<CatalogProduct> ByRelevance(IEnumerable<CatalogProduct> products, string? query) =>
        SearchParser.Parse(query) is { } parsed
            ? products.OrderByDescending(p => CatalogSearch.Rank(p, parsed)).ThenBy(static p => p.Id)
            : products.OrderBy(static p => p.Id);
}
