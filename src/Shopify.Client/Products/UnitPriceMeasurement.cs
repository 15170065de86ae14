namespace Shopify.Client;

/// <summary>What a unit price is of: how much a variant holds, and how much of it the price is for.</summary>
/// <param name="QuantityValue">How much the variant holds, such as 750.</param>
/// <param name="QuantityUnit">In what, Shopify's word such as <c>ML</c>.</param>
/// <param name="ReferenceValue">How much the unit price is for, such as 1.</param>
/// <param name="ReferenceUnit">In what, such as <c>L</c>, <c>KG</c> or <c>ITEM</c>.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/UnitPriceMeasurement"/>
public sealed record UnitPriceMeasurement(decimal QuantityValue, string QuantityUnit, int ReferenceValue, string ReferenceUnit);
