using System.Security.Cryptography;
using System.Text;
using Shopify.Emulator.Catalog;
using Shopify.Emulator.Markets;
using Shopify.Emulator.Pricing;

namespace Shopify.Emulator.Graph.Admin;

/// <summary>A locale of the shop.</summary>
internal sealed record LocaleRow(EmulatedShop Shop, string Locale);

/// <summary>A market; the shop's own has no <see cref="Market"/>.</summary>
internal sealed record MarketRow(EmulatedShop Shop, CatalogMarket? Market, int Index)
{
    public string CurrencyCode => Market?.CurrencyCode ?? Shop.Catalog.CurrencyCode;
}

/// <summary>Languages, markets and translations.</summary>
internal static class LocaleFields
{
    private static readonly string[] ReadLocales = ["read_locales"];
    private static readonly string[] ReadMarkets = ["read_markets"];
    private static readonly string[] ReadTranslations = ["read_translations"];

    public static void Add(GraphModel model)
    {
        model.Type<GraphCall>("QueryRoot")
            .Field("shopLocales", ReadLocales, static (call, scope) => call.Shop.Catalog.Locales
                .Where(l => !scope.Has("published") || scope.Flag("published")).Select(l => new LocaleRow(call.Shop, l)).ToList())
            .Field("markets", ReadMarkets, static (call, scope) => scope.Has("query") ? throw GraphError.Unsupported("argument query of markets")
                : Page.Of(Markets(call.Shop), scope, static m => m.Index))
            .Field("translatableResource", ReadTranslations, static (call, scope) => Translatable(call, scope.Text("resourceId")!));
        model.Type<LocaleRow>("ShopLocale")
            .Field("locale", static l => l.Locale)
            .Field("name", static l => Locales.NameOf(l.Locale))
            .Field("primary", static l => l.Locale == l.Shop.Catalog.Locales[0])
            .Field("published", static _ => true);
        model.Type<MarketRow>("Market")
            .Field("id", static m => Gid.Of("Market", m.Shop.Id + m.Index))
            .Field("name", static m => m.Market?.Name ?? "Primary market")
            .Field("handle", static m => m.Market?.Handle ?? "primary")
            .Field("status", static _ => "ACTIVE")
            .Field("enabled", static _ => true)
            .Field("primary", static m => m.Market is null)
            .Field("type", static _ => "REGION")
            .Field("currencySettings", static m => new CurrencyRow(m))
            .Field("webPresences", static (m, scope) => Page.Of(m.Market is null ? [new PresenceRow(m.Shop)] : Array.Empty<PresenceRow>(), scope, static p => p.Shop.Id));
        model.Type<CurrencyRow>("MarketCurrencySettings")
            .Field("baseCurrency", static c => c)
            .Field("localCurrencies", static _ => false)
            .Field("roundingEnabled", static _ => false);
        model.Type<CurrencyRow>("CurrencySetting")
            .Field("currencyCode", static c => c.Market.CurrencyCode)
            .Field("currencyName", static c => Currencies.NameOf(c.Market.CurrencyCode))
            .Field("enabled", static _ => true)
            .Field("manualRate", static c => c.Market.Market is { Rate: not 1 } market ? market.Rate : null);
        model.Type<PresenceRow>("MarketWebPresence")
            .Field("id", static p => Gid.Of("MarketWebPresence", p.Shop.Id))
            .Field("defaultLocale", static p => new LocaleRow(p.Shop, p.Shop.Catalog.Locales[0]))
            .Field("alternateLocales", static p => p.Shop.Catalog.Locales.Skip(1).Select(l => new LocaleRow(p.Shop, l)).ToList())
            .Field("domain", static p => new DomainRow(p.Shop))
            .Field("subfolderSuffix", static _ => null)
            .Field("rootUrls", static p => p.Shop.Catalog.Locales.Select((l, index) => new RootRow(p.Shop, l, index)).ToList());
        model.Type<RootRow>("MarketWebPresenceRootUrl")
            .Field("locale", static r => r.Locale)
            .Field("url", static r => r.Index == 0 ? $"{r.Shop.Url}/" : $"{r.Shop.Url}/{r.Locale}/");
        model.Type<ResourceRow>("TranslatableResource")
            .Field("resourceId", static r => r.Id)
            .Field("translatableContent", static r => r.Content)
            .Field("translations", static (r, scope) => In(r.Translations, scope));
        model.Type<ContentRow>("TranslatableContent")
            .Field("key", static c => c.Key)
            .Field("value", static c => c.Value)
            .Field("digest", static c => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(c.Value))))
            .Field("type", static c => c.Key == "body_html" ? "HTML" : c.Key == "handle" ? "URI" : "SINGLE_LINE_TEXT_FIELD")
            .Field("locale", static c => c.Locale);
        model.Type<CatalogTranslation>("Translation")
            .Field("key", static t => t.Key)
            .Field("locale", static t => t.Locale)
            .Field("value", static t => t.Value)
            .Field("outdated", static _ => false)
            .Field("updatedAt", static _ => null)
            .Field("market", static _ => null);
    }

    /// <summary>Translations into the locale asked for, when the shop has it. Those for one market only do not exist here.</summary>
    public static IReadOnlyList<CatalogTranslation> In(IReadOnlyList<CatalogTranslation> translations, FieldScope scope) =>
        scope.Has("marketId") || (scope.Has("outdated") && scope.Flag("outdated")) || !scope.Call.Shop.Catalog.Locales.Contains(scope.Text("locale") ?? "")
            ? [] : [.. translations.Where(t => t.Locale == scope.Text("locale"))];

    private static IEnumerable<MarketRow> Markets(EmulatedShop shop) =>
        shop.Catalog.Markets.Select((market, index) => new MarketRow(shop, market, index + 1)).Prepend(new(shop, null, 0));

    private static ResourceRow? Translatable(GraphCall call, string id)
    {
        if (!Gid.TryParse(id, out var gid)) throw GraphError.InvalidId(id);
        var locale = call.Shop.Catalog.Locales[0];
        switch (gid.Type)
        {
            case "Product":
                return call.Shop.Product(id) is { } product ? new(id, product.Translations,
                    [new("title", product.Title, locale), new("body_html", product.DescriptionHtml, locale), new("handle", product.Handle, locale), new("product_type", product.ProductType, locale)]) : null;
            case "Collection":
                return call.Shop.Collection(id) is { } collection ? new(id, collection.Translations,
                    [new("title", collection.Title, locale), new("body_html", collection.DescriptionHtml, locale), new("handle", collection.Handle, locale)]) : null;
            default:
                throw GraphApi.Admin.Schema.AllTypes[gid.Type] is null ? GraphError.InvalidId(id) : GraphError.Unsupported($"translations of {gid.Type}");
        }
    }

    private sealed record CurrencyRow(MarketRow Market);

    private sealed record PresenceRow(EmulatedShop Shop);

    private sealed record RootRow(EmulatedShop Shop, string Locale, int Index);

    private sealed record ResourceRow(string Id, IReadOnlyList<CatalogTranslation> Translations, IReadOnlyList<ContentRow> Content);

    private sealed record ContentRow(string Key, string Value, string Locale);
}
