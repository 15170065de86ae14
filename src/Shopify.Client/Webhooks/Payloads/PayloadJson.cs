using System.Globalization;
using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>Reads members that may be absent, null or of another kind than documented: they give null, or an empty list.</summary>
internal static class PayloadJson
{
    public static JsonElement Member(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;

    /// <summary>Text; a number as it is written. A text with a lone surrogate has no .NET form and counts as absent.</summary>
    public static string? Text(this JsonElement json, string name) => json.Member(name).AsText();

    public static long? Long(this JsonElement json, string name) =>
        long.TryParse(json.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static int? Int(this JsonElement json, string name) =>
        json.Long(name) is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null;

    public static decimal? Decimal(this JsonElement json, string name) =>
        decimal.TryParse(json.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static DateTimeOffset? Time(this JsonElement json, string name) => ShopifyTime.Read(json.Text(name));

    /// <summary>The objects of an array, as views.</summary>
    public static IReadOnlyList<T> Items<T>(this JsonElement json, string name, Func<JsonElement, T> view) =>
        json.Member(name) is { ValueKind: JsonValueKind.Array } array
            ? [.. array.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.Object).Select(view)]
            : [];

    public static IReadOnlyList<string> Texts(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Array } array
            ? [.. array.EnumerateArray().Select(static item => item.AsText()).OfType<string>()]
            : [];

    public static IReadOnlyList<long> Longs(this JsonElement json, string name) =>
        [.. json.Texts(name).Select(static text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : (long?)null).OfType<long>()];

    /// <summary>Webhooks write tags as one text with commas; GraphQL and some topics as an array.</summary>
    public static IReadOnlyList<string> Tags(this JsonElement json, string name) => json.Member(name).ValueKind == JsonValueKind.Array
        ? json.Texts(name)
        : (json.Text(name) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static T? View<T>(this JsonElement json, string name, Func<JsonElement, T> view)
        where T : class => json.Member(name) is { ValueKind: JsonValueKind.Object } found ? view(found) : null;

    private static string? AsText(this JsonElement json)
    {
        try
        {
            return json.ValueKind switch
            {
                JsonValueKind.String => json.GetString(),
                JsonValueKind.Number => json.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
