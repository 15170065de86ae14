using System.Text.Json;
using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.GraphQL;

/// <summary>JSON objects with strings that look like JSON.</summary>
internal static class RandomJson
{
    private const string Letters = "{}[]\"\\,: \n\u0001aé😀data";

    public static string Object(Random random, int depth) =>
        "{" + string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => $"{Text(random)}:{Value(random, depth - 1)}")) + "}";

    private static string Value(Random random, int depth) => random.Next(depth > 0 ? 6 : 4) switch
    {
        0 => "null",
        1 => "-1.5e3",
        2 or 3 => Text(random),
        4 => "[" + string.Join(',', Enumerable.Range(0, random.Next(3)).Select(_ => Value(random, depth - 1))) + "]",
        _ => Object(random, depth),
    };

    private static string Text(Random random) =>
        JsonSerializer.Serialize(new string([.. Enumerable.Range(0, random.Next(8)).Select(_ => Letters[random.Next(Letters.Length)])]), RawJson.Default.String);
}
