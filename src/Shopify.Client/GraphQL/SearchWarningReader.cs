using System.Text.Json;

namespace Shopify.Client;

/// <summary>Reads the warnings in <c>extensions.search</c>; it never throws on a shape it does not know.</summary>
internal static class SearchWarningReader
{
    public static IReadOnlyList<SearchWarning> Read(JsonElement searches) =>
        [.. Entries(searches).SelectMany(static search => search.TryGetProperty("warnings", out var warnings) ? Entries(warnings) : []).Select(ReadWarning)];

    private static IEnumerable<JsonElement> Entries(JsonElement list) => list.ValueKind == JsonValueKind.Array
        ? list.EnumerateArray().Where(static entry => entry.ValueKind == JsonValueKind.Object)
        : [];

    private static SearchWarning ReadWarning(JsonElement warning) =>
        new(Text(warning, "field"), Text(warning, "code"), Text(warning, "message") ?? "(no message)");

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
