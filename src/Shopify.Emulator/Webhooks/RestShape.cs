using System.Globalization;
using System.Text.Json.Nodes;
using Shopify.Emulator.Graph;

namespace Shopify.Emulator.Webhooks;

/// <summary>How webhook bodies write values: the legacy REST shape.</summary>
internal static class RestShape
{
    /// <summary>Local time of the shop with its offset.</summary>
    public static string Time(EmulatedShop shop, DateTimeOffset time) =>
        TimeZoneInfo.ConvertTime(time, Zone(shop)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static TimeZoneInfo Zone(EmulatedShop shop) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(shop.Catalog.IanaTimezone, out var zone) ? zone : TimeZoneInfo.Utc;

    public static JsonObject MoneySet(decimal amount, string currency) => new()
    {
        ["shop_money"] = Money(amount, currency),
        ["presentment_money"] = Money(amount, currency),
    };

    public static JsonArray Pairs(IEnumerable<KeyValuePair<string, string>> pairs) =>
        new([.. pairs.Select(static p => new JsonObject { ["name"] = p.Key, ["value"] = p.Value })]);

    private static JsonObject Money(decimal amount, string currency) =>
        new() { ["amount"] = Graph.Money.TwoDecimals(amount), ["currency_code"] = currency };
}
