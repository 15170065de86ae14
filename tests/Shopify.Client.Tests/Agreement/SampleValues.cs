using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shopify.Client.Tests.Agreement;

/// <summary>The values of a sample answer, each of which can be replaced in a copy.</summary>
internal static class SampleValues
{
    /// <summary>What a value may be replaced by, so that somebody who reads it notices at least one of them.</summary>
    public static IEnumerable<JsonNode?> Others(JsonNode leaf) => leaf.GetValueKind() switch
    {
        JsonValueKind.True => [false, null],
        JsonValueKind.Number => [double.Parse(leaf.ToJsonString(), CultureInfo.InvariantCulture) + 1, null],
        _ when DateTimeOffset.TryParse(leaf.GetValue<string>(), CultureInfo.InvariantCulture, out _) => ["2027-01-01T00:00:00Z", null],
        _ when decimal.TryParse(leaf.GetValue<string>(), CultureInfo.InvariantCulture, out _) => ["9999", null],
        _ => ["CONTINUE", null],
    };

    public static IEnumerable<string> Leaves(JsonNode? node, string path = "") => Paths(node, path, static child => child is JsonValue);

    public static IEnumerable<string> Objects(JsonNode? node, string path = "") => Paths(node, path, static child => child is JsonObject);

    public static JsonObject With(JsonObject sample, string path, JsonNode? value)
    {
        var copy = (JsonObject)sample.DeepClone();
        var steps = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var owner = steps[..^1].Aggregate((JsonNode)copy, Step);
        if (owner is JsonArray list)
            list[int.Parse(steps[^1], CultureInfo.InvariantCulture)] = value?.DeepClone();
        else
            owner[steps[^1]] = value?.DeepClone();
        return copy;
    }

    public static JsonNode? At(JsonObject sample, string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate((JsonNode?)sample, static (node, step) => node is null ? null : Step(node, step));

    private static JsonNode Step(JsonNode node, string step) =>
        (node is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)] : node[step])!;

    private static IEnumerable<string> Paths(JsonNode? node, string path, Func<JsonNode?, bool> isWanted)
    {
        IEnumerable<(string Step, JsonNode? Child)> children = node switch
        {
            JsonObject members => members.Select(static member => (member.Key, member.Value)),
            JsonArray items => items.Select(static (item, i) => (i.ToString(CultureInfo.InvariantCulture), item)),
            _ => [],
        };
        foreach (var (step, child) in children)
        {
            if (isWanted(child))
                yield return $"{path}/{step}";
            foreach (var inner in Paths(child, $"{path}/{step}", isWanted))
                yield return inner;
        }
    }
}
