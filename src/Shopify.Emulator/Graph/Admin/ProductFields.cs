using Shopify.Emulator.Catalog;

namespace Shopify.Emulator.Graph.Admin;

/// <summary>Types <c>Product</c>, its options and media.</summary>
internal static class ProductFields
{
    private static readonly string[] Translations = ["read_translations"];

    public static void Add(GraphModel model)
    {
        model.Type<CatalogProduct>("Product")
            .Field("id", static p => Gid.Of("Product", p.Id))
            .Field("legacyResourceId", static p => p.Id)
            .Field("handle", static p => p.Handle)
            .Field("title", static p => p.Title)
            .Field("vendor", static p => p.Vendor)
            .Field("productType", static p => p.ProductType)
            .Field("status", static p => p.Status)
            .Field("tags", static p => p.Tags.Order(StringComparer.OrdinalIgnoreCase))
            .Field("category", static _ => null)
            .Field("description", static (p, scope) => HtmlText.Plain(p.DescriptionHtml, scope.Number("truncateAt")))
            .Field("descriptionHtml", static p => p.DescriptionHtml)
            .Field("onlineStoreUrl", static (p, scope) => p.IsBuyable ? $"{scope.Call.Shop.Url}/products/{p.Handle}" : null)
            .Field("createdAt", static p => p.CreatedAt)
            .Field("updatedAt", static p => p.UpdatedAt)
            .Field("publishedAt", static p => p.IsPublished ? p.CreatedAt : null)
            .Field("totalInventory", static p => p.TotalInventory())
            .Field("tracksInventory", static p => p.TracksInventory())
            .Field("hasOnlyDefaultVariant", static p => p.HasOnlyDefaultVariant)
            .Field("hasOutOfStockVariants", static p => p.Variants.Any(static v => !v.InStock))
            .Field("requiresSellingPlan", static _ => false)
            .Field("isGiftCard", static _ => false)
            .Field("seo", static _ => new SeoRow())
            .Field("options", static (p, scope) => OptionRow.Of(p).Take(scope.Number("first") ?? int.MaxValue).ToList())
            .Field("translations", Translations, static (p, scope) => LocaleFields.In(p.Translations, scope))
            .Field("variantsCount", static p => new CountRow(p.Variants.Count))
            .Field("variants", static (p, scope) => VariantFields.List(p, scope))
            .Field("featuredMedia", static p => MediaRow.Featured(p))
            .Field("media", static (p, scope) => Page.Of(MediaRow.Of(p), scope, static m => m.Id))
            .Field("mediaCount", static p => new CountRow(p.Images.Count))
            .Field("collections", static (p, scope) => Page.Of(
                scope.Call.Shop.Collections.Where(c => c.ProductHandles.Contains(p.Handle)), scope, static c => c.Id))
            .Field("metafield", static (p, scope) => MetafieldFields.One(Gid.Of("Product", p.Id), scope))
            .Field("metafields", static (p, scope) => MetafieldFields.List(Gid.Of("Product", p.Id), scope))
            .Field("sellingPlanGroups", static (_, scope) => Page.Of(Array.Empty<object>(), scope, static _ => 0))
            .Field("sellingPlanGroupsCount", static _ => new CountRow(0))
            .Field("priceRangeV2", static (p, scope) => RangeRow.Of(p, scope.Call.Shop))
            .Field("compareAtPriceRange", static (p, scope) => p.CompareAtRange() is { } range
                ? new CompareAtRow(range.Min.In(scope.Call.Shop), range.Max.In(scope.Call.Shop)) : null)
            .Field("contextualPricing", static (p, scope) => new ProductPricingRow(p, scope.PricesIn("context")));
        model.Type<SeoRow>("SEO").Field("title", static _ => null).Field("description", static _ => null);
        model.Type<CountRow>("Count").Field("count", static c => c.Count).Field("precision", static _ => "EXACT");
        model.Type<OptionRow>("ProductOption")
            .Field("id", static o => Gid.Of("ProductOption", o.Id))
            .Field("name", static o => o.Option.Name)
            .Field("position", static o => o.Position)
            .Field("optionValues", static o => o.Values.Where(static v => v.HasVariants))
            .Field("values", static o => o.Values.Where(static v => v.HasVariants).Select(static v => v.Name))
            .Field("translations", Translations, static (o, scope) => LocaleFields.In(o.Option.Translations, scope));
        model.Type<OptionValueRow>("ProductOptionValue")
            .Field("id", static v => Gid.Of("ProductOptionValue", v.Id))
            .Field("name", static v => v.Name)
            .Field("hasVariants", static v => v.HasVariants)
            .Field("swatch", static _ => null)
            .Field("translations", Translations, static (v, scope) => LocaleFields.In(v.Owner.Option.ValueTranslations.GetValueOrDefault(v.Name, []), scope));
        model.Type<MediaRow>("MediaImage")
            .Field("id", static m => Gid.Of("MediaImage", m.Id))
            .Field("alt", static m => m.Image.Alt ?? "")
            .Field("mediaContentType", static _ => "IMAGE")
            .Field("status", static _ => "READY")
            .Field("mimeType", static _ => "image/jpeg")
            .Field("image", static m => m.Image)
            .Field("preview", static m => new PreviewRow(m));
        model.Type<PreviewRow>("MediaPreviewImage")
            .Field("image", static p => p.Media.Image)
            .Field("status", static _ => "READY");
    }

    private sealed record PreviewRow(MediaRow Media);
}
