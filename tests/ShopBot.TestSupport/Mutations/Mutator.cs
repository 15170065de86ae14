using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ShopBot.TestSupport.Mutations;

/// <summary>Damages valid input in the ways that strangers, proxies and new versions of a platform do. The same seed damages the same way.</summary>
public sealed class Mutator(int seed)
{
    private static readonly string[] Odd =
    [
        "", " ", "\0", "\u0000\u0001", "💥", "\ud800", "null", "true", "-1", "0", "9223372036854775808", "1e400", "NaN", "../../etc/passwd", "'; drop table lanes; --", "<script>alert(1)</script>",
        "%00%0a%0d", "{{7*7}}", "${jndi:ldap://x}", new('A', 5_000), "\r\nX-Injected: 1",
    ];

    private readonly Random _random = new(seed);

    /// <summary>JSON that is valid, but not what it was, or text that is no JSON any more.</summary>
    public byte[] Json(byte[] valid)
    {
        if (_random.Next(3) == 0)
            return Bytes(valid);
        var root = JsonNode.Parse(valid)!;
        for (var changes = 1 + _random.Next(4); changes > 0; changes--)
            root = Change(root);
        return Encoding.UTF8.GetBytes(root.ToJsonString(Writing));
    }

    /// <summary>Bytes with some of them changed, lost, doubled or new.</summary>
    public byte[] Bytes(byte[] valid)
    {
        var bytes = valid.ToList();
        for (var changes = 1 + _random.Next(8); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = _random.Next(bytes.Count);
            switch (_random.Next(6))
            {
                case 0: bytes[at] = (byte)_random.Next(256); break;
                case 1: bytes[at] ^= (byte)(1 << _random.Next(8)); break;
                case 2: bytes.RemoveRange(at, Math.Min(bytes.Count - at, 1 + _random.Next(40))); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, 1 + _random.Next(40)))); break;
                case 4: bytes.InsertRange(at, Encoding.UTF8.GetBytes(OddText())); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }

        return [.. bytes];
    }

    /// <summary>A text with some of it changed.</summary>
    public string Text(string valid) => _random.Next(3) == 0 ? OddText() : Encoding.UTF8.GetString(Bytes(Encoding.UTF8.GetBytes(valid)));

    /// <summary>Fields of a form or a query: values changed, names lost, doubled or new.</summary>
    public List<KeyValuePair<string, string>> Fields(IEnumerable<KeyValuePair<string, string>> valid)
    {
        var fields = valid.ToList();
        for (var changes = 1 + _random.Next(3); changes > 0 && fields.Count > 0; changes--)
        {
            var at = _random.Next(fields.Count);
            switch (_random.Next(4))
            {
                case 0: fields[at] = KeyValuePair.Create(fields[at].Key, Text(fields[at].Value)); break;
                case 1: fields.RemoveAt(at); break;
                case 2: fields.Add(KeyValuePair.Create(fields[at].Key, OddText())); break;
                default: fields.Add(KeyValuePair.Create(OddText(), OddText())); break;
            }
        }

        return fields;
    }

    private static JsonSerializerOptions Writing { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 4_000 };

    private string OddText() => Odd[_random.Next(Odd.Length)].Replace("\ud800", "\ufffd", StringComparison.Ordinal);

    private JsonNode Change(JsonNode root)
    {
        var places = new List<JsonNode>();
        Collect(root, places);
        var place = places[_random.Next(places.Count)];
        switch (place.Parent)
        {
            case JsonObject parent:
                var name = place.GetPropertyName();
                switch (_random.Next(4))
                {
                    case 0: parent.Remove(name); break;
                    case 1: parent[OddText()] = place.DeepClone(); break;
                    default: parent[name] = Other(place); break;
                }

                return root;
            case JsonArray parent:
                var index = place.GetElementIndex();
                switch (_random.Next(4))
                {
                    case 0: parent.RemoveAt(index); break;
                    case 1: parent.Insert(index, place.DeepClone()); break;
                    default: parent[index] = Other(place); break;
                }

                return root;
            default:
                return _random.Next(8) == 0 ? Other(root) : root;
        }
    }

    private JsonNode Other(JsonNode node) => _random.Next(7) switch
    {
        0 => JsonValue.Create(OddText()),
        1 => JsonValue.Create(_random.NextInt64() * (_random.Next(2) == 0 ? 1 : -1)),
        2 => JsonValue.Create(_random.NextDouble() * 1e300),
        3 => JsonValue.Create(_random.Next(2) == 0),
        4 => new JsonArray(node.DeepClone(), node.DeepClone()),
        5 => new JsonObject { [OddText()] = node.DeepClone() },
        _ => Deep(1 + _random.Next(200)),
    };

    private static JsonNode Deep(int depth)
    {
        JsonNode node = new JsonArray();
        for (; depth > 0; depth--)
            node = new JsonArray(node);
        return node;
    }

    private static void Collect(JsonNode node, List<JsonNode> places)
    {
        places.Add(node);
        var inner = node switch
        {
            JsonObject map => map.Select(entry => entry.Value),
            JsonArray list => list,
            _ => [],
        };
        foreach (var child in inner.OfType<JsonNode>())
            Collect(child, places);
    }
}
