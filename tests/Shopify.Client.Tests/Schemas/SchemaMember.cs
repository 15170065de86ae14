using System.Text.Json;

namespace Shopify.Client.Tests.Schemas;

/// <summary>A field, an argument, an input field or an enum value (which has no type).</summary>
internal sealed record SchemaMember(string Name, TypeRef? Type, bool IsDeprecated, bool HasDefault, IReadOnlyDictionary<string, SchemaMember> Arguments)
{
    public bool IsRequired => Type is { IsNonNull: true } && !HasDefault;

    public static Dictionary<string, SchemaMember> ReadAll(JsonElement owner, string property) =>
        owner.TryGetProperty(property, out var members) && members.ValueKind == JsonValueKind.Array
            ? members.EnumerateArray().Select(Read).ToDictionary(static member => member.Name, StringComparer.Ordinal)
            : [];

    private static SchemaMember Read(JsonElement json) => new(
        json.GetProperty("name").GetString()!,
        json.TryGetProperty("type", out var type) ? TypeRef.Read(type) : null,
        json.TryGetProperty("isDeprecated", out var deprecated) && deprecated.ValueKind == JsonValueKind.True,
        json.TryGetProperty("defaultValue", out var value) && value.ValueKind == JsonValueKind.String,
        ReadAll(json, "args"));
}
