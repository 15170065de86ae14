using System.Globalization;
using Shopify.Emulator.Markets;
using Shopify.Emulator.Pricing;

namespace Shopify.Emulator.Graph.Storefront;

/// <summary>Type <c>Localization</c>: which country and language the call really got, and what there is to choose from.</summary>
internal static class SfLocalization
{
    public static void Add(GraphModel model)
    {
        model.Type<GraphCall>("QueryRoot").Field("localization", static call => new LocalizationRow(call));
        model.Type<LocalizationRow>("Localization")
            .Field("country", static l => new CountryRow(l.Call.Shop, l.Call.Prices.Country))
            .Field("language", static l => new LanguageRow(l.Call.Locale ?? l.Call.Shop.Catalog.Locales[0]))
            .Field("availableCountries", static l => PriceContext.Countries(l.Call.Shop.Catalog).Select(c => new CountryRow(l.Call.Shop, c)).ToList())
            .Field("availableLanguages", static l => Languages(l.Call.Shop));
        model.Type<CountryRow>("Country")
            .Field("isoCode", static c => c.Code)
            .Field("name", static c => new RegionInfo(c.Code).EnglishName)
            .Field("currency", static c => new CurrencyRow(PriceContext.Of(c.Shop.Catalog, c.Code).CurrencyCode))
            .Field("unitSystem", static c => new RegionInfo(c.Code).IsMetric ? "METRIC_SYSTEM" : "IMPERIAL_SYSTEM")
            .Field("availableLanguages", static c => Languages(c.Shop))
            .Field("defaultLanguage", static c => new LanguageRow(c.Shop.Catalog.Locales[0]));
        model.Type<CurrencyRow>("Currency")
            .Field("isoCode", static c => c.Code)
            .Field("name", static c => Currencies.NameOf(c.Code))
            .Field("symbol", static c => Currencies.SymbolOf(c.Code));
        model.Type<LanguageRow>("Language")
            .Field("isoCode", static l => Locales.ToEnum(l.Locale))
            .Field("name", static l => Locales.NameOf(l.Locale))
            .Field("endonymName", static l => Locales.EndonymOf(l.Locale));
    }

    private static List<LanguageRow> Languages(EmulatedShop shop) => [.. shop.Catalog.Locales.Select(static l => new LanguageRow(l))];

    private sealed record LocalizationRow(GraphCall Call);

    private sealed record CountryRow(EmulatedShop Shop, string Code);

    private sealed record CurrencyRow(string Code);

    private sealed record LanguageRow(string Locale);
}
