using Shopify.Emulator.Catalog;
using Shopify.Emulator.Pricing;

namespace Shopify.Emulator.Graph.Admin;

/// <summary>Earlier prices, from lowest to highest.</summary>
internal sealed record CompareAtRow(Money Min, Money Max);

/// <summary>Prices of a product in a country.</summary>
internal sealed record ProductPricingRow(CatalogProduct Product, PriceContext Context)
{
    public VariantPricingRow Of(CatalogVariant variant) => new(variant, Context);
}

/// <summary>Prices of a variant in a country.</summary>
internal sealed record VariantPricingRow(CatalogVariant Variant, PriceContext Context)
{
    public Money In(decimal amount) => new(Context.Convert(amount), Context.CurrencyCode);
}

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
            .Field("priceRange", static r => new RangeRow(r.Of(r.Product.Variants[0]).In(r.Product.PriceRange().Min), r.Of(r.Product.Variants[0]).In(r.Product.PriceRange().Max)))
            .Field("fixedQuantityRulesCount", static _ => 0)
            .Field("minVariantPricing", static r => r.Of(r.Product.Variants.MinBy(static v => v.Price)!))
            .Field("maxVariantPricing", static r => r.Of(r.Product.Variants.MaxBy(static v => v.Price)!));
        model.Type<VariantPricingRow>("ProductVariantContextualPricing")
            .Field("price", static r => r.In(r.Variant.Price))
            .Field("compareAtPrice", static r => r.Variant.CompareAtPrice is { } before ? r.In(before) : null)
            .Field("unitPrice", static r => r.Context.UnitPrice(r.Variant));
    }
}
