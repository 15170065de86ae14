using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Shopify.Emulator.Search;

namespace Shopify.Emulator.Webhooks;

/// <summary>Turns an event's payload into the exact bytes for one subscription, or nothing when its filter says no.</summary>
internal static class WebhookBody
{
    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[]? For(EmulatedWebhookSubscription subscription, JsonObject payload)
    {
        if (SearchParser.Parse(subscription.Filter) is { } filter && !filter.Matches(term => Matches(term, payload))) return null;
        var body = subscription.IncludeFields.Count == 0 ? payload : Select(payload, subscription.IncludeFields);
        return JsonSerializer.SerializeToUtf8Bytes(body, Writing);
    }

    private static bool Matches(SearchTerm term, JsonNode payload)
    {
        var values = Reach(payload, term.Field!.Split('.')).ToList();
        return term.IsExistence ? values.Count > 0 : values.Exists(value => term.Comparator.Length > 0 || decimal.TryParse(value, CultureInfo.InvariantCulture, out _)
            ? decimal.TryParse(value, CultureInfo.InvariantCulture, out var number) && TextMatch.Number(term, number)
            : TextMatch.Exact(term, value));
    }

    private static IEnumerable<string> Reach(JsonNode? node, ReadOnlyMemory<string> path) => node switch
    {
        JsonArray list => list.SelectMany(item => Reach(item, path)),
        JsonObject map when path.Length > 0 => Reach(map[path.Span[0]], path[1..]),
        JsonValue value when path.Length == 0 => [value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString()],
        _ => [],
    };

    private static JsonObject Select(JsonObject payload, IReadOnlyList<string> fields)
    {
        var selected = new JsonObject();
        foreach (var group in fields.GroupBy(static f => f.Split('.')[0]))
        {
            if (!payload.TryGetPropertyValue(group.Key, out var value)) continue;
            var inner = group.Where(static f => f.Contains('.', StringComparison.Ordinal)).Select(static f => f[(f.IndexOf('.', StringComparison.Ordinal) + 1)..]).ToList();
            selected[group.Key] = (value, inner.Count == group.Count()) switch
            {
                (JsonObject map, true) => Select(map, inner),
                (JsonArray list, true) => new JsonArray([.. list.Select(item => item is JsonObject map ? Select(map, inner) : item?.DeepClone())]),
                _ => value?.DeepClone(),
            };
        }

        return selected;
    }
}
