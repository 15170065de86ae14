namespace Shopify.Client;

/// <summary>A country the shop sells to.</summary>
/// <param name="IsoCode">ISO 3166-1 alpha-2, such as <c>CH</c>.</param>
/// <param name="CurrencyCode">The currency its buyers see and pay, ISO 4217.</param>
/// <seealso href="https://shopify.dev/docs/api/storefront/latest/objects/Country"/>
public sealed record MarketCountry(string IsoCode, string CurrencyCode);
