using Shopify.Emulator.Catalog;
using Shopify.Emulator.Markets;

namespace Shopify.Emulator.Graph.Storefront;

/// <summary>Types <c>Product</c> and <c>Collection</c> of the Storefront API.</summary>
internal static class SfProductFields
{
    private static readonly string[] Tags = ["unauthenticated_read_product_tags"];
    private static readonly string[] Stock = ["unauthenticated_read_product_inventory"];

    public static void Add(GraphModel model)
    {
        model.Type<CatalogProduct>("Product")
            .Field("id", static p => Gid.Of("Product", p.Id))
            .Field("handle", static p => p.Handle)
            .Field("title", static (p, scope) => p.Translations.In(scope.Call.Locale, "title", p.Title))
            .Field("vendor", static p => p.Vendor)
            .Field("productType", static (p, scope) => p.Translations.In(scope.Call.Locale, "product_type", p.ProductType))
            .Field("tags", Tags, static (p, _) => p.Tags.Order(StringComparer.OrdinalIgnoreCase))
            .Field("description", static (p, scope) => HtmlText.Plain(p.Translations.In(scope.Call.Locale, "body_html", p.DescriptionHtml), scope.Number("truncateAt")))
            .Field("descriptionHtml", static (p, scope) => p.Translations.In(scope.Call.Locale, "body_html", p.DescriptionHtml))
            .Field("availableForSale", static p => p.AvailableForSale)
            .Field("requiresSellingPlan", static _ => false)
            .Field("isGiftCard", static _ => false)
            .Field("createdAt", static p => p.CreatedAt)
            .Field("updatedAt", static p => p.UpdatedAt)
            .Field("publishedAt", static p => p.CreatedAt)
            .Field("onlineStoreUrl", static (p, scope) => $"{scope.Call.Shop.Url}/products/{p.Handle}")
            .Field("totalInventory", Stock, static (p, _) => p.TotalInventory())
            .Field("featuredImage", static p => p.FeaturedImage())
            .Field("images", static (p, scope) => Page.Of(p.Images, scope, image => p.Images.Index().First(i => i.Item == image).Index))
            .Field("media", static (p, scope) => Page.Of(MediaRow.Of(p), scope, static m => m.Id))
            .Field("options", static (p, scope) => OptionRow.Of(p).Take(scope.Number("first") ?? int.MaxValue).ToList())
            .Field("priceRange", static (p, scope) => RangeRow.In(p.PriceRange(), scope.Call.Prices))
            .Field("compareAtPriceRange", static (p, scope) => RangeRow.In(p.CompareAtRange() ?? (0, 0), scope.Call.Prices))
            .Field("variantsCount", static p => new CountRow(p.Variants.Count))
            .Field("variants", static (p, scope) => Page.Of(p.Variants.Select(v => new VariantRow(p, v)), scope, static v => v.Variant.Id))
            .Field("selectedOrFirstAvailableVariant", static (p, scope) => Selected(p, scope) ?? First(p))
            .Field("variantBySelectedOptions", static (p, scope) => Selected(p, scope))
            .Field("collections", static (p, scope) => Page.Of(
                scope.Call.Shop.Collections.Where(c => c.ProductHandles.Contains(p.Handle)), scope, static c => c.Id))
            .Field("metafield", static _ => null)
            .Field("sellingPlanGroups", static (_, scope) => Page.Of(Array.Empty<object>(), scope, static _ => 0))
            .Field("category", static _ => null)
            .Field("seo", static _ => new SeoRow());
        model.Type<CountRow>("Count").Field("count", static c => c.Count).Field("precision", static _ => "EXACT");
        model.Type<SeoRow>("SEO").Field("title", static _ => null).Field("description", static _ => null);
        model.Type<MediaRow>("MediaImage")
            .Field("id", static m => Gid.Of("MediaImage", m.Id))
            .Field("alt", static m => m.Image.Alt ?? "")
            .Field("mediaContentType", static _ => "IMAGE")
            .Field("previewImage", static m => m.Image)
            .Field("image", static m => m.Image);
        model.Type<OptionRow>("ProductOption")
            .Field("id", static o => Gid.Of("ProductOption", o.Id))
            .Field("name", static (o, scope) => o.Option.NameIn(scope.Call.Locale))
            .Field("optionValues", static o => o.Values.Where(static v => v.HasVariants))
            .Field("values", static (o, scope) => o.Values.Where(static v => v.HasVariants).Select(v => o.Option.ValueIn(scope.Call.Locale, v.Name)));
        model.Type<OptionValueRow>("ProductOptionValue")
            .Field("id", static v => Gid.Of("ProductOptionValue", v.Id))
            .Field("name", static (v, scope) => v.Owner.Option.ValueIn(scope.Call.Locale, v.Name))
            .Field("swatch", static _ => null);
        model.Type<CatalogCollection>("Collection")
            .Field("id", static c => Gid.Of("Collection", c.Id))
            .Field("handle", static c => c.Handle)
            .Field("title", static (c, scope) => c.Translations.In(scope.Call.Locale, "title", c.Title))
            .Field("description", static (c, scope) => HtmlText.Plain(c.Translations.In(scope.Call.Locale, "body_html", c.DescriptionHtml), scope.Number("truncateAt")))
            .Field("descriptionHtml", static (c, scope) => c.Translations.In(scope.Call.Locale, "body_html", c.DescriptionHtml))
            .Field("image", static c => c.Image)
            .Field("updatedAt", static c => c.UpdatedAt)
            .Field("seo", static _ => new SeoRow())
            .Field("onlineStoreUrl", static (c, scope) => $"{scope.Call.Shop.Url}/collections/{c.Handle}")
            .Field("products", static (c, scope) => Products(c, scope));
    }

    private static Page Products(CatalogCollection collection, FieldScope scope)
    {
        var all = scope.Call.Shop.ProductsOf(collection).Where(static p => p.IsVisible).ToList();
        IEnumerable<CatalogProduct> found = all;
        foreach (var filter in scope.Objects("filters")) found = SfFilter.Apply(found, filter, scope.Call.Prices);
        var (sorted, value) = ProductSorting.By(found, scope.Text("sortKey") ?? "COLLECTION_DEFAULT");
        return Page.Of(sorted, scope, static p => p.Id, value) with { Filters = SfFacets.Of(all, scope.Call.Prices) };
    }

    private static VariantRow First(CatalogProduct product) =>
        new(product, product.Variants.FirstOrDefault(static v => v.InStock) ?? product.Variants[0]);

    private static VariantRow? Selected(CatalogProduct product, FieldScope scope)
    {
        var wanted = scope.Objects("selectedOptions");
        if (wanted.Count == 0) return null;
        return product.Variants.Select(v => new VariantRow(product, v)).FirstOrDefault(row =>
            wanted.All(w => row.SelectedOptions.Any(o => o.Name == w.Text("name") && o.Value == w.Text("value"))));
    }
}
