namespace Shopify.Client;

/// <summary>What a variant costs for buyers of a country, in the currency of its market. Where the shop has no market for it, these are the shop's own prices.</summary>
/// <param name="Price">The price.</param>
/// <param name="CompareAtPrice">The price before a sale; null without a sale.</param>
/// <param name="UnitPrice">What the reference of <see cref="ProductVariant.UnitPriceMeasurement"/> costs; null where the merchant shows none.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/ProductVariantContextualPricing"/>
public sealed record VariantPricing(MoneyV2 Price, MoneyV2? CompareAtPrice, MoneyV2? UnitPrice);
