using Shopify.Emulator.Catalog;

namespace Shopify.Emulator.Graph.Storefront;

/// <summary>Type <c>ProductVariant</c> of the Storefront API, and money.</summary>
internal static class SfVariantFields
{
    private static readonly string[] Stock = ["unauthenticated_read_product_inventory"];

    public static void Add(GraphModel model)
    {
        model.Type<VariantRow>("ProductVariant")
            .Field("id", static v => Gid.Of("ProductVariant", v.Variant.Id))
            .Field("title", static (v, scope) => v.TitleIn(scope.Call.Locale))
            .Field("sku", static v => v.Variant.Sku)
            .Field("barcode", static v => v.Variant.Barcode)
            .Field("availableForSale", static v => v.Product.IsBuyable && v.Variant.InStock)
            .Field("currentlyNotInStock", static v => v.Variant is { Stock: <= 0, ContinueSelling: true })
            .Field("quantityAvailable", Stock, static (v, _) => v.Variant.Stock ?? 0)
            .Field("quantityRule", static _ => new QuantityRule())
            .Field("requiresShipping", static v => v.Variant.RequiresShipping)
            .Field("taxable", static _ => true)
            .Field("selectedOptions", static (v, scope) => v.SelectedOptionsIn(scope.Call.Locale))
            .Field("price", static (v, scope) => new Money(scope.Call.Prices.Convert(v.Variant.Price), scope.Call.Prices.CurrencyCode))
            .Field("compareAtPrice", static (v, scope) => v.Variant.CompareAtPrice is { } before ? new Money(scope.Call.Prices.Convert(before), scope.Call.Prices.CurrencyCode) : null)
            .Field("unitPrice", static (v, scope) => scope.Call.Prices.UnitPrice(v.Variant))
            .Field("unitPriceMeasurement", static v => v.Variant.UnitPriceMeasurement)
            .Field("image", static v => v.Product.ImageOf(v.Variant) ?? v.Product.FeaturedImage())
            .Field("product", static v => v.Product)
            .Field("metafield", static _ => null)
            .Field("sellingPlanAllocations", static (_, scope) => Page.Of(Array.Empty<object>(), scope, static _ => 0));
        MeasurementFields.Add(model);
        model.Type<ChosenOption>("SelectedOption")
            .Field("name", static o => o.Name)
            .Field("value", static o => o.Value);
        model.Type<QuantityRule>("QuantityRule")
            .Field("minimum", static _ => 1)
            .Field("maximum", static _ => null)
            .Field("increment", static _ => 1);
        model.Type<Money>("MoneyV2")
            .Field("amount", static m => m.Amount)
            .Field("currencyCode", static m => m.CurrencyCode);
        model.Type<RangeRow>("ProductPriceRange")
            .Field("minVariantPrice", static r => r.Min)
            .Field("maxVariantPrice", static r => r.Max);
    }

    private sealed record QuantityRule;
}
