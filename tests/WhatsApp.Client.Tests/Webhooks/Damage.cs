using System.Text.Json.Nodes;

namespace WhatsApp.Client.Tests.Webhooks;

/// <summary>Drops, retypes, reorders, repeats, shortens and adds members, somewhere in a tree.</summary>
internal static class Damage
{
    /// <summary>One to three changes.</summary>
    public static JsonNode? Once(JsonNode root, Random random)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var objects = Objects(root).ToList();
            if (objects.Count == 0)
                return Odd(random);
            var target = objects[random.Next(objects.Count)];
            var names = target.Select(member => member.Key).ToList();
            var name = names.Count == 0 ? "new" : names[random.Next(names.Count)];
            switch (random.Next(7))
            {
                case 0:
                    target.Remove(name);
                    break;
                case 1:
                    target[name] = Odd(random);
                    break;
                case 2:
                    Reorder(target, random);
                    break;
                case 3:
                    target["unknown_" + random.Next(100)] = Odd(random);
                    break;
                case 4:
                    target[name] = Shorter(target[name], random);
                    break;
                case 5:
                    target[names.Count == 0 ? "new" : names[random.Next(names.Count)]] = target[name]?.DeepClone();
                    break;
                case 6 when random.Next(20) == 0:
                    return Odd(random);
            }
        }

        return root;
    }

    private static JsonNode? Shorter(JsonNode? node, Random random) => node switch
    {
        JsonValue value when value.TryGetValue(out string? text) && text.Length > 0 && !char.IsSurrogate(text[^1]) => JsonValue.Create(text[..random.Next(text.Length)].TrimEnd('\uD83D')),
        JsonArray array when array.Count > 0 => new JsonArray([.. array.Take(random.Next(array.Count)).Select(one => one?.DeepClone())]),
        _ => node?.DeepClone(),
    };

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject one => new[] { one }.Concat(one.SelectMany(member => Objects(member.Value))),
        JsonArray many => many.SelectMany(Objects),
        _ => [],
    };

    private static void Reorder(JsonObject target, Random random)
    {
        var members = target.Select(member => (member.Key, Value: member.Value?.DeepClone())).ToArray();
        random.Shuffle(members);
        target.Clear();
        foreach (var (key, value) in members)
            target[key] = value;
    }

    private static JsonNode? Odd(Random random) => random.Next(12) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next()),
        2 => JsonValue.Create(double.MaxValue),
        3 => JsonValue.Create(true),
        4 => JsonValue.Create(""),
        5 => JsonValue.Create("\u0000\n\\\"🙂"),
        6 => new JsonObject(),
        7 => new JsonArray(1, null, new JsonArray(), new JsonObject { ["id"] = 1 }),
        8 => new JsonObject { ["body"] = new JsonObject(), ["id"] = new JsonArray(), ["type"] = 5 },
        9 => JsonValue.Create(-1L),
        10 => JsonValue.Create("BRAND_NEW"),
        _ => JsonValue.Create(ulong.MaxValue),
    };
}
