using Shopify.Emulator.Catalog;

namespace Shopify.Emulator.Graph.Admin;

/// <summary>Earlier prices, from lowest to highest.</summary>
internal sealed record CompareAtRow(Money Min, Money Max);

/// <summary>Prices of a product in a country. The emulator's shops have one market, so every country pays the shop's price.</summary>
internal sealed record ProductPricingRow(CatalogProduct Product);

/// <summary>Prices of a variant in a country.</summary>
internal sealed record VariantPricingRow(CatalogVariant Variant);

/// <summary>Money and the types around prices.</summary>
internal static class PricingFields
{
    public static void Add(GraphModel model)
    {
        model.Type<Money>("MoneyV2")
            .Field("amount", static m => m.Amount)
            .Field("currencyCode", static m => m.CurrencyCode);
        model.Type<RangeRow>("ProductPriceRangeV2")
            .Field("minVariantPrice", static r => r.Min)
            .Field("maxVariantPrice", static r => r.Max);
        model.Type<CompareAtRow>("ProductCompareAtPriceRange")
            .Field("minVariantCompareAtPrice", static r => r.Min)
            .Field("maxVariantCompareAtPrice", static r => r.Max);
        model.Type<ProductPricingRow>("ProductContextualPricing")
            .Field("priceRange", static (r, scope) => RangeRow.Of(r.Product, scope.Call.Shop))
            .Field("fixedQuantityRulesCount", static _ => 0)
            .Field("minVariantPricing", static r => new VariantPricingRow(r.Product.Variants.MinBy(static v => v.Price)!))
            .Field("maxVariantPricing", static r => new VariantPricingRow(r.Product.Variants.MaxBy(static v => v.Price)!));
        model.Type<VariantPricingRow>("ProductVariantContextualPricing")
            .Field("price", static (r, scope) => r.Variant.Price.In(scope.Call.Shop))
            .Field("compareAtPrice", static (r, scope) => r.Variant.CompareAtPrice?.In(scope.Call.Shop))
            .Field("unitPrice", static _ => null);
    }
}
