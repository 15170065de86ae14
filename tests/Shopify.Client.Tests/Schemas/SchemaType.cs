using System.Text.Json;

namespace Shopify.Client.Tests.Schemas;

/// <summary>A type of a schema.</summary>
internal sealed record SchemaType(
    string Name,
    string Kind,
    IReadOnlyDictionary<string, SchemaMember> Fields,
    IReadOnlyDictionary<string, SchemaMember> InputFields,
    IReadOnlyDictionary<string, SchemaMember> EnumValues,
    IReadOnlyList<string> Interfaces,
    IReadOnlyList<string> PossibleTypes,
    bool IsOneOf)
{
    public bool IsLeaf => Kind is "SCALAR" or "ENUM";

    public static SchemaType Read(JsonElement json) => new(
        json.GetProperty("name").GetString()!,
        json.GetProperty("kind").GetString()!,
        SchemaMember.ReadAll(json, "fields"),
        SchemaMember.ReadAll(json, "inputFields"),
        SchemaMember.ReadAll(json, "enumValues"),
        Names(json, "interfaces"),
        Names(json, "possibleTypes"),
        json.TryGetProperty("isOneOf", out var oneOf) && oneOf.ValueKind == JsonValueKind.True);

    private static string[] Names(JsonElement json, string property) =>
        json.TryGetProperty(property, out var types) && types.ValueKind == JsonValueKind.Array
            ? [.. types.EnumerateArray().Select(static type => type.GetProperty("name").GetString()!)]
            : [];
}
