using Shopify.Emulator.Catalog;

namespace Shopify.Emulator.Graph.Admin;

/// <summary>Type <c>Collection</c>.</summary>
internal static class CollectionFields
{
    private static readonly string[] Translations = ["read_translations"];

    public static void Add(GraphModel model) => model.Type<CatalogCollection>("Collection")
        .Field("id", static c => Gid.Of("Collection", c.Id))
        .Field("legacyResourceId", static c => c.Id)
        .Field("handle", static c => c.Handle)
        .Field("title", static c => c.Title)
        .Field("description", static (c, scope) => HtmlText.Plain(c.DescriptionHtml, scope.Number("truncateAt")))
        .Field("descriptionHtml", static c => c.DescriptionHtml)
        .Field("image", static c => c.Image)
        .Field("seo", static _ => new SeoRow())
        .Field("sortOrder", static _ => "MANUAL")
        .Field("updatedAt", static c => c.UpdatedAt)
        .Field("translations", Translations, static (c, scope) => LocaleFields.In(c.Translations, scope))
        .Field("productsCount", static (c, scope) => new CountRow(scope.Call.Shop.ProductsOf(c).Count()))
        .Field("hasProduct", static (c, scope) => scope.Call.Shop.Product(scope.Text("id")) is { } product && c.ProductHandles.Contains(product.Handle))
        .Field("products", static (c, scope) =>
        {
            var (sorted, value) = ProductSorting.By(scope.Call.Shop.ProductsOf(c), scope.Text("sortKey") ?? "COLLECTION_DEFAULT");
            return Page.Of(sorted, scope, static p => p.Id, value);
        });
}
