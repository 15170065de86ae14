using System.Text.Json.Nodes;
using Shopify.Emulator.Catalog;
using Shopify.Emulator.Graph;

namespace Shopify.Emulator.Webhooks;

/// <summary>Body of <c>products/*</c>.</summary>
internal static class ProductPayload
{
    public static JsonObject Of(EmulatedShop shop, CatalogProduct product) => new()
    {
        ["id"] = product.Id,
        ["admin_graphql_api_id"] = Gid.Of("Product", product.Id),
        ["title"] = product.Title,
        ["handle"] = product.Handle,
        ["body_html"] = product.DescriptionHtml,
        ["vendor"] = product.Vendor,
        ["product_type"] = product.ProductType,
        ["status"] = product.Status.ToLowerInvariant(),
        ["tags"] = string.Join(", ", product.Tags),
        ["created_at"] = RestShape.Time(shop, product.CreatedAt),
        ["updated_at"] = RestShape.Time(shop, product.UpdatedAt),
        ["published_at"] = product.IsPublished ? RestShape.Time(shop, product.CreatedAt) : null,
        ["options"] = new JsonArray([.. Options(product)]),
        ["variants"] = new JsonArray([.. product.Variants.Take(100).Index().Select(v => Variant(product, v.Item, v.Index + 1))]),
        ["images"] = new JsonArray([.. product.Images.Select((image, index) => Image(shop, image, index + 1))]),
        ["variant_gids"] = new JsonArray([.. product.Variants.Select(static v => new JsonObject { ["admin_graphql_api_id"] = Gid.Of("ProductVariant", v.Id) })]),
    };

    private static IEnumerable<JsonObject> Options(CatalogProduct product) => product.HasOnlyDefaultVariant
        ? [new() { ["name"] = "Title", ["position"] = 1, ["values"] = new JsonArray("Default Title") }]
        : product.Options.Select(static (option, index) => new JsonObject
        {
            ["name"] = option.Name,
            ["position"] = index + 1,
            ["values"] = new JsonArray([.. option.Values.Select(static v => JsonValue.Create(v))]),
        });

    public static JsonObject Variant(CatalogProduct product, CatalogVariant variant, int position) => new()
    {
        ["id"] = variant.Id,
        ["admin_graphql_api_id"] = Gid.Of("ProductVariant", variant.Id),
        ["product_id"] = product.Id,
        ["title"] = variant.Title,
        ["sku"] = variant.Sku,
        ["barcode"] = variant.Barcode,
        ["inventory_item_id"] = StockPayload.InventoryItemId(variant),
        ["position"] = position,
        ["price"] = Money.TwoDecimals(variant.Price),
        ["compare_at_price"] = variant.CompareAtPrice is { } compareAt ? Money.TwoDecimals(compareAt) : null,
        ["inventory_policy"] = variant.ContinueSelling ? "continue" : "deny",
        ["inventory_quantity"] = variant.Stock ?? 0,
        ["option1"] = variant.OptionValues.ElementAtOrDefault(0) ?? "Default Title",
        ["option2"] = variant.OptionValues.ElementAtOrDefault(1),
        ["option3"] = variant.OptionValues.ElementAtOrDefault(2),
    };

    private static JsonObject Image(EmulatedShop shop, CatalogImage image, int position) => new()
    {
        ["position"] = position,
        ["alt"] = image.Alt,
        ["width"] = image.Width,
        ["height"] = image.Height,
        ["src"] = shop.PictureUrl(image.File),
    };
}
