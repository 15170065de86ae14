using System.Text.Json.Nodes;
using Shopify.Emulator.Catalog;
using Shopify.Emulator.Graph;

namespace Shopify.Emulator.Webhooks;

/// <summary>Bodies of <c>inventory_levels/update</c> and <c>variants/*</c>.</summary>
internal static class StockPayload
{
    public static JsonObject Level(EmulatedShop shop, CatalogVariant variant) => new()
    {
        ["inventory_item_id"] = InventoryItemId(variant),
        ["location_id"] = LocationId(shop),
        ["available"] = variant.Stock,
        ["updated_at"] = RestShape.Time(shop, shop.Now()),
        ["admin_graphql_api_id"] = $"{Gid.Of("InventoryLevel", LocationId(shop))}?inventory_item_id={InventoryItemId(variant)}",
    };

    public static JsonObject Variant(CatalogProduct product, CatalogVariant variant) =>
        ProductPayload.Variant(product, variant, product.Variants.Index().First(v => v.Item.Id == variant.Id).Index + 1);

    public static long InventoryItemId(CatalogVariant variant) => variant.Id + 2_000_000_000_000;

    public static long LocationId(EmulatedShop shop) => shop.Id;
}
