using System.Text.Json.Nodes;
using Shopify.Emulator.Catalog;
using Shopify.Emulator.Discounts;
using Shopify.Emulator.Graph;

namespace Shopify.Emulator.Webhooks;

/// <summary>Bodies of <c>collections/*</c> and <c>discounts/*</c>.</summary>
internal static class CollectionPayload
{
    public static JsonObject Of(EmulatedShop shop, CatalogCollection collection) => new()
    {
        ["id"] = collection.Id,
        ["admin_graphql_api_id"] = Gid.Of("Collection", collection.Id),
        ["handle"] = collection.Handle,
        ["title"] = collection.Title,
        ["body_html"] = collection.DescriptionHtml,
        ["updated_at"] = RestShape.Time(shop, collection.UpdatedAt),
        ["sort_order"] = "manual",
        ["published_scope"] = "web",
    };

    public static JsonObject Discount(EmulatedShop shop, Discount discount) => new()
    {
        ["admin_graphql_api_id"] = Gid.Of("DiscountCodeNode", discount.Id),
        ["title"] = discount.Title,
        ["status"] = discount.Status(shop.Now()),
        ["created_at"] = RestShape.Time(shop, discount.CreatedAt),
        ["updated_at"] = RestShape.Time(shop, discount.Terms.UpdatedAt),
    };
}
