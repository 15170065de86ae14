using System.Text.Json.Nodes;
using Shopify.Emulator.Graph;

namespace Shopify.Emulator.Webhooks;

/// <summary>Body of <c>app/uninstalled</c> and <c>shop/update</c>: the shop.</summary>
internal static class ShopPayload
{
    public static JsonObject Of(EmulatedShop shop) => new()
    {
        ["id"] = shop.Id,
        ["admin_graphql_api_id"] = Gid.Of("Shop", shop.Id),
        ["name"] = shop.Catalog.Name,
        ["email"] = shop.Catalog.Email,
        ["domain"] = shop.Domain,
        ["myshopify_domain"] = shop.Domain,
        ["country_code"] = shop.Catalog.CountryCode,
        ["city"] = shop.Catalog.City,
        ["currency"] = shop.Catalog.CurrencyCode,
        ["iana_timezone"] = shop.Catalog.IanaTimezone,
        ["taxes_included"] = true,
    };

    /// <summary>Body of <c>shop/redact</c>, and the beginning of the other compliance topics.</summary>
    public static JsonObject Compliance(EmulatedShop shop) => new() { ["shop_id"] = shop.Id, ["shop_domain"] = shop.Domain };
}
