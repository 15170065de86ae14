using System.Globalization;
using Shopify.Emulator.Catalog;
using Shopify.Emulator.Graph;

namespace Shopify.Emulator.Search;

/// <summary>Search over products and collections of the Admin API.</summary>
internal static class CatalogSearch
{
    public static SearchFields<CatalogProduct> Products(EmulatedShop shop) => new SearchFields<CatalogProduct>(
            "products",
            new HashSet<string> { "barcode", "bundles", "category_id", "metafields", "publication_ids", "combined_listing_role", "is_delivery_profile" },
            BareWord)
        .Add("title", static (p, t) => TextMatch.Words(t, p.Title))
        .Add("vendor", static (p, t) => TextMatch.Exact(t, p.Vendor))
        .Add("product_type", static (p, t) => TextMatch.Exact(t, p.ProductType))
        .Add("tag", static (p, t) => p.Tags.Any(tag => TextMatch.Exact(t, tag)))
        .Add("tag_not", static (p, t) => !p.Tags.Any(tag => TextMatch.Exact(t, tag)))
        .Add("handle", static (p, t) => TextMatch.Exact(t, p.Handle))
        .Add("status", static (p, t) => TextMatch.Exact(t, p.Status))
        .Add("published_status", static (p, t) => PublishedStatus(p, t))
        .Add("collection_id", (p, t) => shop.Collections.Any(c => IsId(t, c.Id) && c.ProductHandles.Contains(p.Handle)))
        .Add("id", static (p, t) => TextMatch.Number(t, p.Id))
        .Add("variant_id", static (p, t) => p.Variants.Any(v => IsId(t, v.Id)))
        .Add("variant_title", static (p, t) => p.Variants.Any(v => TextMatch.Words(t, v.Title)))
        .Add("sku", static (p, t) => p.Variants.Any(v => TextMatch.Exact(t, v.Sku)))
        .Add("price", static (p, t) => p.Variants.Any(v => TextMatch.Number(t, v.Price)))
        .Add("is_price_reduced", static (p, t) => TextMatch.Flag(t, p.Variants.Any(static v => v.CompareAtPrice > v.Price)))
        .Add("inventory_total", static (p, t) => TextMatch.Number(t, p.TotalInventory()))
        .Add("out_of_stock_somewhere", static (p, t) => TextMatch.Flag(t, p.Variants.Any(static v => !v.InStock)))
        .Add("tracks_inventory", static (p, t) => TextMatch.Flag(t, p.TracksInventory()))
        .Add("has_only_default_variant", static (p, t) => TextMatch.Flag(t, p.HasOnlyDefaultVariant))
        .Add("gift_card", static (_, t) => TextMatch.Flag(t, false))
        .Add("created_at", static (p, t) => TextMatch.Time(t, p.CreatedAt))
        .Add("updated_at", static (p, t) => TextMatch.Time(t, p.UpdatedAt))
        .Add("published_at", static (p, t) => TextMatch.Time(t, p.IsPublished ? p.CreatedAt : null));

    public static SearchFields<CatalogCollection> Collections(EmulatedShop shop) => new SearchFields<CatalogCollection>(
            "collections", new HashSet<string> { "metafields", "publishable_status" }, static (c, t) => TextMatch.Words(t, c.Title))
        .Add("title", static (c, t) => TextMatch.Words(t, c.Title))
        .Add("handle", static (c, t) => TextMatch.Exact(t, c.Handle))
        .Add("id", static (c, t) => TextMatch.Number(t, c.Id))
        .Add("collection_type", static (_, t) => TextMatch.Exact(t, "custom"))
        .Add("product_id", (c, t) => shop.Products.Any(p => IsId(t, p.Id) && c.ProductHandles.Contains(p.Handle)))
        .Add("published_status", static (_, t) => t.Value is "published" or "any" or "online_store:visible")
        .Add("updated_at", static (c, t) => TextMatch.Time(t, c.UpdatedAt))
        .Add("published_at", static (c, t) => TextMatch.Time(t, c.UpdatedAt));

    /// <summary>How well a product answers the bare words: hits in the title count more than hits elsewhere.</summary>
    public static int Rank(CatalogProduct product, SearchNode query) => query.Terms.Where(static t => t.Field is null)
        .Sum(t => (TextMatch.Words(t, product.Title) ? 3 : 0) + (BareWord(product, t) ? 1 : 0));

    /// <summary>Whether a bare word of a search hits this product.</summary>
    public static bool BareWord(CatalogProduct product, SearchTerm term) =>
        TextMatch.Words(term, product.Title) || TextMatch.Words(term, product.Vendor) || TextMatch.Words(term, product.ProductType)
        || product.Tags.Any(tag => TextMatch.Words(term, tag))
        || product.Variants.Any(v => TextMatch.Exact(term, v.Sku) || TextMatch.Words(term, v.Title))
        || TextMatch.Words(term, HtmlText.Plain(product.DescriptionHtml));

    private static bool PublishedStatus(CatalogProduct product, SearchTerm term) => term.Value.ToLowerInvariant() switch
    {
        "published" or "visible" or "online_store:visible" => product.IsPublished,
        "unpublished" or "hidden" or "online_store:hidden" => !product.IsPublished,
        "any" => true,
        var other => throw GraphError.Unsupported($"published_status:{other}"),
    };

    private static bool IsId(SearchTerm term, long id) =>
        term.Value == id.ToString(CultureInfo.InvariantCulture) || (Gid.TryParse(term.Value, out var gid) && gid.Number == id);
}
