using System.Globalization;
using System.Text.Json.Nodes;
using Shopify.Emulator.Orders;
using Shopify.Emulator.Pricing;

namespace Shopify.Emulator.Webhooks;

/// <summary>How webhook bodies write values: the legacy REST shape.</summary>
internal static class RestShape
{
    /// <summary>Local time of the shop with its offset.</summary>
    public static string Time(EmulatedShop shop, DateTimeOffset time) =>
        TimeZoneInfo.ConvertTime(time, Zone(shop)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string? Time(EmulatedShop shop, DateTimeOffset? time) => time is { } known ? Time(shop, known) : null;

    public static TimeZoneInfo Zone(EmulatedShop shop) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(shop.Catalog.IanaTimezone, out var zone) ? zone : TimeZoneInfo.Utc;

    public static JsonObject MoneySet(MoneyBag amount, string shopCurrency, string presentmentCurrency) => new()
    {
        ["shop_money"] = Money(amount.Shop, shopCurrency),
        ["presentment_money"] = Money(amount.Presentment, presentmentCurrency),
    };

    public static JsonArray Pairs(IEnumerable<KeyValuePair<string, string>> pairs) =>
        new([.. pairs.Select(static p => new JsonObject { ["name"] = p.Key, ["value"] = p.Value })]);

    public static JsonObject Address(OrderContact contact) => new()
    {
        ["first_name"] = contact.FirstName,
        ["last_name"] = contact.LastName,
        ["name"] = contact.Name,
        ["address1"] = contact.Address,
        ["zip"] = contact.Zip,
        ["city"] = contact.City,
        ["country_code"] = contact.CountryCode,
        ["country"] = new RegionInfo(contact.CountryCode).EnglishName,
        ["phone"] = contact.Phone,
    };

    private static JsonObject Money(decimal amount, string currency) =>
        new() { ["amount"] = Graph.Money.TwoDecimals(amount), ["currency_code"] = currency };
}
