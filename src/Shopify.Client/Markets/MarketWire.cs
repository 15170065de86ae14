namespace Shopify.Client;

internal sealed record SfCountriesData(LocalizationWire? Localization);

internal sealed record LocalizationWire(CountryWire? Country, IReadOnlyList<CountryWire?>? AvailableCountries);

internal sealed record CountryWire(string? IsoCode, CurrencyWire? Currency)
{
    public MarketCountry? ToModel() => IsoCode is { } code && Currency?.IsoCode is { } currency ? new(code, currency) : null;
}

internal sealed record CurrencyWire(string? IsoCode);

internal sealed record ProductPricesVariables(IReadOnlyList<string> Ids, string Country);

internal sealed record ProductPricesData(IReadOnlyList<ProductPricesWire?>? Nodes);

internal sealed record ProductPricesWire(ProductPricingWire? ContextualPricing);

internal sealed record ProductPricingWire(PriceRangeWire? PriceRange);
