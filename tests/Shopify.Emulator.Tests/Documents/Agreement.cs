using System.Text.Json.Nodes;

namespace Shopify.Emulator.Tests.Documents;

/// <summary>Looks whether answers agree: a thing with one id has, everywhere, the same value under the same name.</summary>
public sealed class Agreement
{
    // Names whose value depends on arguments, or that the two APIs define differently (no sale is null in one, zero in the other).
    private static readonly HashSet<string> Argued = ["description", "image", "url", "media", "translations", "nodes", "edges", "pageInfo", "fulfillments", "options", "price", "compareAtPriceRange"];

    private readonly Dictionary<(string Id, string Field), (string Value, string Where)> _seen = [];
    private readonly List<string> _conflicts = [];

    public IReadOnlyList<string> Conflicts => _conflicts;

    public int Count => _seen.Count;

    public void Add(string where, JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list) Add(where, item);
                break;
            case JsonObject map:
                if (map["id"] is JsonValue id && ((string)id!).StartsWith("gid://", StringComparison.Ordinal)) Note(where, (string)id!, map, "");
                foreach (var (_, value) in map) Add(where, value);
                break;
        }
    }

    private void Note(string where, string id, JsonObject map, string path)
    {
        foreach (var (name, value) in map)
        {
            if (Argued.Contains(name) || name.StartsWith("contextual", StringComparison.Ordinal)) continue;
            switch (value)
            {
                case JsonObject inner when inner["id"] is null:
                    Note(where, id, inner, $"{path}{name}.");
                    break;
                case JsonValue or null:
                    var text = value?.ToJsonString() ?? "null";
                    if (_seen.TryGetValue((id, path + name), out var other) && other.Value != text)
                        _conflicts.Add($"{id} {path}{name}: {other.Value} in {other.Where}, {text} in {where}");
                    else
                        _seen[(id, path + name)] = (text, where);
                    break;
            }
        }
    }
}
