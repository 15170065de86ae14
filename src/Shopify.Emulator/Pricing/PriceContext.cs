using Shopify.Emulator.Graph;
using Shopify.Emulator.Catalog;

namespace Shopify.Emulator.Pricing;

/// <summary>What a buyer in one country sees: the market's currency and price level. <see cref="Market"/> is null for the shop's own market.</summary>
internal sealed record PriceContext(string Country, string CurrencyCode, string ShopCurrency, CatalogMarket? Market)
{
    /// <summary>The context of a country; one that the shop does not sell to silently falls back to the shop's own.</summary>
    public static PriceContext Of(ShopCatalog catalog, string? country)
    {
        var market = catalog.Markets.FirstOrDefault(m => country is not null && m.Countries.Contains(country));
        return new(country is not null && (market is not null || Sells(catalog, country)) ? country : catalog.CountryCode,
            market?.CurrencyCode ?? catalog.CurrencyCode, catalog.CurrencyCode, market);
    }

    /// <summary>The shop's own market, or the first one that pays in this currency.</summary>
    public static PriceContext InCurrency(ShopCatalog catalog, string? currency) =>
        currency is null || currency == catalog.CurrencyCode || catalog.Markets.FirstOrDefault(m => m.CurrencyCode == currency) is not { } market
            ? Of(catalog, null)
            : Of(catalog, market.Countries[0]);

    public static bool Sells(ShopCatalog catalog, string country) =>
        country == catalog.CountryCode || catalog.ShipsToCountries.Contains(country) || catalog.Markets.Any(m => m.Countries.Contains(country));

    public static IEnumerable<string> Countries(ShopCatalog catalog) =>
        catalog.ShipsToCountries.Prepend(catalog.CountryCode).Concat(catalog.Markets.SelectMany(static m => m.Countries)).Distinct();

    /// <summary>An amount of the shop's currency as this buyer pays it.</summary>
    public decimal Convert(decimal amount) =>
        Market is null ? amount : Currencies.Round(amount * Market.Rate * (1 + (Market.PriceAdjustment / 100)), CurrencyCode);

    /// <summary>What the reference of a variant's measurement costs this buyer; null when it has none.</summary>
    public Money? UnitPrice(CatalogVariant variant) =>
        variant.UnitPriceMeasurement is { } measurement ? new Money(Currencies.Round(measurement.Of(Convert(variant.Price)), CurrencyCode), CurrencyCode) : null;

    public MoneyBag Bag(decimal amount) => new(amount, Convert(amount));

    /// <summary>An amount of the buyer's currency in both.</summary>
    public MoneyBag FromPresentment(decimal amount) =>
        new(Market is null ? amount : Currencies.Round(amount / Market.Rate / (1 + (Market.PriceAdjustment / 100)), ShopCurrency), amount);
}
