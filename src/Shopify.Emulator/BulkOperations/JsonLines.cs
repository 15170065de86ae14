using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shopify.Emulator.BulkOperations;

/// <summary>Lays the answer of a bulk query out as JSON Lines: one object a line, children of connections after their parent with <c>__parentId</c>.</summary>
internal sealed class JsonLines
{
    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly StringBuilder _text = new();

    public int Objects { get; private set; }

    public int Roots { get; private set; }

    public static JsonLines Of(JsonObject data)
    {
        var lines = new JsonLines();
        foreach (var (_, value) in data) lines.Root(value);
        return lines;
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_text.ToString());

    private void Root(JsonNode? value)
    {
        if (Edges(value) is { } edges)
        {
            foreach (var node in edges) Write(node, null, isRoot: true);
        }
        else if (value is JsonObject item)
        {
            Write(item, null, isRoot: true);
        }
    }

    private void Write(JsonObject node, string? parent, bool isRoot)
    {
        List<IReadOnlyList<JsonObject>> children = [];
        var own = Strip(node, children);
        if (parent is not null) own["__parentId"] = parent;
        // Slashes are escaped, as in production.
        _text.Append(own.ToJsonString(Writing).Replace("/", "\\/", StringComparison.Ordinal)).Append('\n');
        Objects++;
        if (isRoot) Roots++;
        var id = (string?)node["id"];
        foreach (var child in children.SelectMany(static c => c)) Write(child, id, isRoot: false);
    }

    /// <summary>The object without its connections, which are collected.</summary>
    private static JsonObject Strip(JsonObject node, List<IReadOnlyList<JsonObject>> children)
    {
        var own = new JsonObject();
        foreach (var (name, value) in node)
            if (Edges(value) is { } edges) children.Add(edges);
            else own[name] = value is JsonObject inner ? Strip(inner, children) : value?.DeepClone();
        return own;
    }

    private static IReadOnlyList<JsonObject>? Edges(JsonNode? value) => value is JsonObject map && map["edges"] is JsonArray edges
        ? [.. edges.Select(static e => e?["node"]).OfType<JsonObject>()]
        : null;
}
