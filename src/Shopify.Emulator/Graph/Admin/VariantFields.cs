using Shopify.Emulator.Catalog;
using Shopify.Emulator.Pricing;
using Shopify.Emulator.Webhooks;

namespace Shopify.Emulator.Graph.Admin;

/// <summary>Types <c>ProductVariant</c>, its inventory item, and stock at the shop's one location.</summary>
internal static class VariantFields
{
    private static readonly string[] Stock = ["read_inventory"];
    private static readonly string[] Locations = ["read_locations"];

    public static void Add(GraphModel model)
    {
        model.Type<VariantRow>("ProductVariant")
            .Field("id", static v => Gid.Of("ProductVariant", v.Variant.Id))
            .Field("legacyResourceId", static v => v.Variant.Id)
            .Field("title", static v => v.Variant.Title)
            .Field("displayName", static v => $"{v.Product.Title} - {v.Variant.Title}")
            .Field("sku", static v => v.Variant.Sku)
            .Field("barcode", static v => v.Variant.Barcode)
            .Field("position", static v => v.Position)
            .Field("price", static v => v.Variant.Price)
            .Field("compareAtPrice", static v => v.Variant.CompareAtPrice)
            .Field("availableForSale", static v => v.Product.Status is "ACTIVE" or "UNLISTED" && v.Variant.InStock)
            .Field("inventoryPolicy", static v => v.Variant.ContinueSelling ? "CONTINUE" : "DENY")
            .Field("inventoryQuantity", static v => v.Variant.Stock ?? 0)
            .Field("sellableOnlineQuantity", static v => v.Variant.Limit ?? v.Variant.Stock ?? 0)
            .Field("selectedOptions", static v => v.SelectedOptions)
            .Field("taxable", static _ => true)
            .Field("createdAt", static v => v.Product.CreatedAt)
            .Field("updatedAt", static v => v.Product.UpdatedAt)
            .Field("product", static v => v.Product)
            .Field("inventoryItem", static v => new StockItem(v))
            .Field("image", static v => v.Product.ImageOf(v.Variant))
            .Field("media", static (v, scope) => Page.Of(MediaRow.Of(v) is { } media ? [media] : Array.Empty<MediaRow>(), scope, static m => m.Id))
            .Field("metafield", static (v, scope) => MetafieldFields.One(Gid.Of("ProductVariant", v.Variant.Id), scope))
            .Field("metafields", static (v, scope) => MetafieldFields.List(Gid.Of("ProductVariant", v.Variant.Id), scope))
            .Field("sellingPlanGroups", static (_, scope) => Page.Of(Array.Empty<object>(), scope, static _ => 0))
            .Field("unitPrice", static (v, scope) => PriceContext.Of(scope.Call.Shop.Catalog, null).UnitPrice(v.Variant))
            .Field("unitPriceMeasurement", static v => v.Variant.UnitPriceMeasurement)
            .Field("showUnitPrice", static v => v.Variant.UnitPriceMeasurement is not null)
            .Field("contextualPricing", static (v, scope) => new VariantPricingRow(v.Variant, scope.PricesIn("context")));
        MeasurementFields.Add(model);
        model.Type<ChosenOption>("SelectedOption")
            .Field("name", static o => o.Name)
            .Field("value", static o => o.Value);
        model.Type<StockItem>("InventoryItem")
            .Field("id", static i => Gid.Of("InventoryItem", i.Id))
            .Field("legacyResourceId", static i => i.Id)
            .Field("sku", static i => i.Row.Variant.Sku)
            .Field("tracked", static i => i.Row.Variant.Stock is not null)
            .Field("requiresShipping", static i => i.Row.Variant.RequiresShipping)
            .Field("inventoryLevels", Stock, static (i, scope) => Page.Of([new StockLevel(i, new(scope.Call.Shop))], scope, static l => l.Item.Id));
        model.Type<StockLevel>("InventoryLevel")
            .Field("id", static l => $"{Gid.Of("InventoryLevel", l.Place.Shop.Id)}?inventory_item_id={l.Item.Id}")
            .Field("isActive", static _ => true)
            .Field("location", Locations, static (l, _) => l.Place)
            .Field("quantities", static (l, scope) => scope.Texts("names").Select(name => StockQuantity.Of(l, name)).ToList());
        model.Type<StockPlace>("Location")
            .Field("id", static p => Gid.Of("Location", StockPayload.LocationId(p.Shop)))
            .Field("legacyResourceId", static p => p.Shop.Id)
            .Field("name", static p => p.Shop.Catalog.City)
            .Field("isActive", static _ => true)
            .Field("fulfillsOnlineOrders", static _ => true)
            .Field("shipsInventory", static _ => true);
        model.Type<StockQuantity>("InventoryQuantity")
            .Field("name", static q => q.Name)
            .Field("quantity", static q => q.Quantity)
            .Field("updatedAt", static q => q.UpdatedAt);
    }

    public static Page List(CatalogProduct product, FieldScope scope)
    {
        var rows = product.Variants.Select(v => new VariantRow(product, v));
        rows = scope.Text("sortKey") switch
        {
            null or "POSITION" => rows,
            "ID" => rows.OrderBy(static v => v.Variant.Id),
            "TITLE" or "NAME" or "FULL_TITLE" => rows.OrderBy(static v => v.Variant.Title, StringComparer.InvariantCultureIgnoreCase),
            "SKU" => rows.OrderBy(static v => v.Variant.Sku, StringComparer.InvariantCultureIgnoreCase),
            "INVENTORY_QUANTITY" => rows.OrderBy(static v => v.Variant.Stock ?? 0),
            var key => throw GraphError.Unsupported($"sort key {key}"),
        };
        return Page.Of(rows, scope, static v => v.Variant.Id);
    }

    private sealed record StockItem(VariantRow Row)
    {
        public long Id => StockPayload.InventoryItemId(Row.Variant);
    }

    private sealed record StockLevel(StockItem Item, StockPlace Place);

    private sealed record StockPlace(EmulatedShop Shop);

    private sealed record StockQuantity(string Name, int Quantity, DateTimeOffset UpdatedAt)
    {
        public static StockQuantity Of(StockLevel level, string name)
        {
            var stock = level.Item.Row.Variant.Stock ?? 0;
            var variant = level.Item.Row.Variant.Id;
            // Pieces of open orders that no parcel took yet are still in the house.
            var committed = name is "on_hand" or "committed" && level.Item.Row.Variant.Stock is not null
                ? level.Place.Shop.Orders.Where(static o => o.CancelledAt is null).Sum(o => o.Lines.Where(l => l.VariantId == variant).Sum(o.Unfulfilled)) : 0;
            return name switch
            {
                "available" => new(name, stock, level.Item.Row.Product.UpdatedAt),
                "on_hand" => new(name, stock + committed, level.Item.Row.Product.UpdatedAt),
                "committed" => new(name, committed, level.Item.Row.Product.UpdatedAt),
                "incoming" or "reserved" or "damaged" or "safety_stock" or "quality_control" => new(name, 0, level.Item.Row.Product.UpdatedAt),
                _ => throw GraphError.InvalidFieldArguments($"The quantity name {name} is invalid."),
            };
        }
    }
}
