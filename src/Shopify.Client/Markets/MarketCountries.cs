namespace Shopify.Client;

/// <summary>The countries a shop sells to.</summary>
/// <param name="Own">The one whose prices are seen by whoever names no country; null when not told.</param>
/// <param name="Available">All of them.</param>
/// <seealso href="https://shopify.dev/docs/api/storefront/latest/objects/Localization"/>
public sealed record MarketCountries(MarketCountry? Own, IReadOnlyList<MarketCountry> Available);
