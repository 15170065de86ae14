using System.Globalization;
using Shopify.Emulator.Catalog;
using Shopify.Emulator.Pricing;

namespace Shopify.Emulator.Graph.Admin;

/// <summary>The app's installation in the shop.</summary>
internal sealed record InstallationRow(GraphCall Call);

/// <summary>The app itself.</summary>
internal sealed record AppRow(GraphCall Call);

/// <summary>Type <c>Shop</c> and what hangs on it, API versions and the app's installation.</summary>
internal static class ShopFields
{
    private static readonly string[] LegalPolicies = ["read_legal_policies"];

    public static void Add(GraphModel model)
    {
        model.Type<EmulatedShop>("Shop")
            .Field("id", static shop => Gid.Of("Shop", shop.Id))
            .Field("name", static shop => shop.Catalog.Name)
            .Field("myshopifyDomain", static shop => shop.Domain)
            .Field("primaryDomain", static shop => new DomainRow(shop))
            .Field("url", static shop => shop.Url.ToString())
            .Field("email", static shop => shop.Catalog.Email)
            .Field("contactEmail", static shop => shop.Catalog.Email)
            .Field("currencyCode", static shop => shop.Catalog.CurrencyCode)
            .Field("enabledPresentmentCurrencies", static shop => shop.Catalog.Markets.Select(static m => m.CurrencyCode).Prepend(shop.Catalog.CurrencyCode).Distinct())
            .Field("currencyFormats", static shop => new MoneyFormats(shop.Catalog.CurrencyCode))
            .Field("ianaTimezone", static shop => shop.Catalog.IanaTimezone)
            .Field("weightUnit", static _ => "KILOGRAMS")
            .Field("unitSystem", static _ => "METRIC_SYSTEM")
            .Field("taxesIncluded", static _ => true)
            .Field("shipsToCountries", static shop => PriceContext.Countries(shop.Catalog))
            .Field("plan", static _ => PlanRow.Only)
            .Field("shopAddress", static shop => new AddressRow(shop))
            .Field("shopPolicies", LegalPolicies, static (shop, _) => shop.Catalog.Policies.Select((p, i) => new PolicyRow(shop, p, i)).ToList());
        model.Type<DomainRow>("Domain")
            .Field("id", static d => Gid.Of("Domain", d.Shop.Id))
            .Field("host", static d => d.Shop.Url.Authority)
            .Field("sslEnabled", static d => d.Shop.Url.Scheme == Uri.UriSchemeHttps)
            .Field("url", static d => d.Shop.Url.ToString());
        model.Type<MoneyFormats>("CurrencyFormats")
            .Field("moneyFormat", static f => f.Plain)
            .Field("moneyInEmailsFormat", static f => f.Plain)
            .Field("moneyWithCurrencyFormat", static f => f.WithCurrency)
            .Field("moneyWithCurrencyInEmailsFormat", static f => f.WithCurrency);
        model.Type<PlanRow>("ShopPlan")
            .Field("publicDisplayName", static _ => "Development")
            .Field("partnerDevelopment", static _ => true)
            .Field("shopifyPlus", static _ => false);
        model.Type<AddressRow>("ShopAddress")
            .Field("id", static a => Gid.Of("ShopAddress", a.Shop.Id))
            .Field("countryCodeV2", static a => a.Shop.Catalog.CountryCode)
            .Field("country", static a => new RegionInfo(a.Shop.Catalog.CountryCode).EnglishName)
            .Field("city", static a => a.Shop.Catalog.City);
        model.Type<PolicyRow>("ShopPolicy")
            .Field("id", static p => Gid.Of("ShopPolicy", p.Shop.Id + p.Index))
            .Field("type", static p => p.Policy.Type)
            .Field("title", static p => p.Policy.Title)
            .Field("body", static p => p.Policy.Body)
            .Field("translations", static _ => Array.Empty<object>())
            .Field("url", static p => $"{p.Shop.Url}/policies/{p.Policy.Type.ToLowerInvariant().Replace('_', '-')}");
        model.Type<ApiVersion>("ApiVersion")
            .Field("handle", static v => v.Handle)
            .Field("displayName", static v => v.DisplayName)
            .Field("supported", static v => v.Supported);
        model.Type<InstallationRow>("AppInstallation")
            .Field("id", static i => Gid.Of("AppInstallation", i.Call.Shop.Id))
            .Field("launchUrl", static i => $"{i.Call.Shop.Url}/admin/apps/emulated-app")
            .Field("accessScopes", static i => i.Call.Scopes.Compressed)
            .Field("activeSubscriptions", static i => i.Call.Shop.Billing.Active.ToList())
            .Field("allSubscriptions", static (i, scope) => Page.Of(i.Call.Shop.Billing.All, scope, static c => c.Id))
            .Field("app", static i => new AppRow(i.Call));
        model.Type<string>("AccessScope")
            .Field("handle", static handle => handle);
        model.Type<AppRow>("App")
            .Field("id", static _ => Gid.Of("App", GraphCall.AppId))
            .Field("handle", static _ => "emulated-app")
            .Field("title", static _ => "Emulated app");
    }

    private sealed record PlanRow
    {
        public static PlanRow Only { get; } = new();
    }

    private sealed record AddressRow(EmulatedShop Shop);

    private sealed record PolicyRow(EmulatedShop Shop, CatalogPolicy Policy, int Index);
}
