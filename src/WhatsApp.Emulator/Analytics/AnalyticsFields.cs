using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>The analytics of an account, computed from what the emulator really sent and received.</summary>
internal sealed class AnalyticsFields(EmulatedCloud cloud)
{
    private const long Day = 86_400;

    public JsonNode Of(string field, EmulatedWaba waba, Func<string, string?> argument) => field switch
    {
        "pricing_analytics" => OfPricing(waba, argument),
        "template_analytics" => OfTemplates(waba, argument),
        "conversation_analytics" => new JsonObject { ["data"] = new JsonArray(new JsonObject { ["data_points"] = new JsonArray() }) },
        _ => OfMessages(waba, argument),
    };

    public static JsonObject OfPricing(EmulatedWaba waba, Func<string, string?> argument)
    {
        var (start, end) = Range(argument);
        var length = Granularity(argument, ("HALF_HOUR", 1_800), ("DAILY", Day), ("MONTHLY", 30 * Day));
        var types = Words(argument("pricing_types"));
        var categories = Words(argument("pricing_categories"));
        var points =
            from slot in waba.Traffic.Between(start, end)
            from priced in slot.Counts.Priced
            where (types.Length == 0 || types.Contains(priced.Key.Type, StringComparer.OrdinalIgnoreCase))
                && (categories.Length == 0 || categories.Contains(priced.Key.Category, StringComparer.OrdinalIgnoreCase))
            group priced.Value by (Start: Floor(slot.Start, start, length), priced.Key.Type, priced.Key.Category) into point
            orderby point.Key.Start
            select new JsonObject
            {
                ["start"] = point.Key.Start, ["end"] = point.Key.Start + length, ["pricing_type"] = point.Key.Type.ToUpperInvariant(),
                ["pricing_category"] = point.Key.Category.ToUpperInvariant(), ["volume"] = point.Sum(),
                ["cost"] = point.Key.Type == "regular" ? Math.Round(point.Sum() * 0.05, 4) : 0,
            };
        return new JsonObject { ["data"] = new JsonArray(new JsonObject { ["data_points"] = new JsonArray([.. points]) }) };
    }

    public static JsonObject OfTemplates(EmulatedWaba waba, Func<string, string?> argument)
    {
        if (!waba.IsEnabledForInsights)
            throw new GraphException(GraphError.Of(200005, "Template insights are not enabled for this account."));
        var (start, end) = Range(argument);
        if (end - start > 90 * Day)
            throw new GraphException(GraphError.Of(200007, "At most 90 days can be looked at."));
        var ids = Words(argument("template_ids"));
        if (ids.Length is 0 or > 10)
            throw new GraphException(GraphError.Unsupported("Param template_ids must have 1 to 10 items."));
        var points =
            from slot in waba.Traffic.Between(start, end)
            from template in slot.Counts.Templates
            where ids.Contains(template.Key)
            group template.Value by (template.Key, Start: Floor(slot.Start, start, Day)) into point
            orderby point.Key.Start
            select new JsonObject
            {
                ["template_id"] = point.Key.Key, ["start"] = point.Key.Start, ["end"] = point.Key.Start + Day,
                ["sent"] = point.Sum(counts => counts.Sent), ["delivered"] = point.Sum(counts => counts.Delivered), ["read"] = point.Sum(counts => counts.Read),
            };
        return new JsonObject { ["data"] = new JsonArray(new JsonObject { ["granularity"] = "DAILY", ["product_type"] = "CLOUD_API", ["data_points"] = new JsonArray([.. points]) }) };
    }

    private JsonObject OfMessages(EmulatedWaba waba, Func<string, string?> argument)
    {
        var (start, end) = Range(argument);
        var granularity = argument("granularity") ?? "";
        var length = Granularity(argument, ("HALF_HOUR", 1_800), ("DAY", Day), ("MONTH", 30 * Day));
        var points =
            from slot in waba.Traffic.Between(start, end)
            group slot.Counts by Floor(slot.Start, start, length) into point
            orderby point.Key
            select new JsonObject { ["start"] = point.Key, ["end"] = point.Key + length, ["sent"] = point.Sum(counts => counts.Sent), ["delivered"] = point.Sum(counts => counts.Delivered) };
        var numbers = cloud.Numbers.Where(number => number.Waba == waba).Select(number => JsonValue.Create(number.Digits));
        return new JsonObject { ["phone_numbers"] = new JsonArray([.. numbers]), ["granularity"] = granularity, ["data_points"] = new JsonArray([.. points]) };
    }

    private static long Floor(long at, long start, long length) => start + ((at - start) / length * length);

    private static (long Start, long End) Range(Func<string, string?> argument)
    {
        var (start, end) = (Seconds(argument("start"), "start"), Seconds(argument("end"), "end"));
        return end > start ? (start, end) : throw new GraphException(GraphError.Unsupported("Param end must be later than start."));
    }

    private static long Seconds(string? text, string name) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : throw new GraphException(GraphError.MissingTopLevel(name));

    private static long Granularity(Func<string, string?> argument, params ReadOnlySpan<(string Name, long Seconds)> known)
    {
        foreach (var (name, seconds) in known)
        {
            if (name == argument("granularity"))
                return seconds;
        }

        throw new GraphException(GraphError.Unsupported($"Param granularity must be one of {{{string.Join(", ", known.ToArray().Select(pair => pair.Name))}}}."));
    }

    private static string[] Words(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return [];
        try
        {
            return text[0] == '[' ? [.. JsonSerializer.Deserialize<JsonElement[]>(text)!.Select(item => item.ToString())] : text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        }
        catch (JsonException)
        {
            return text.Trim('[', ']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        }
    }
}
