namespace Shopify.Client;

/// <summary>The prices of a product's variants.</summary>
/// <param name="Min">The cheapest.</param>
/// <param name="Max">The dearest; equal to <paramref name="Min"/> when all cost the same.</param>
public sealed record PriceRange(MoneyV2 Min, MoneyV2 Max);
