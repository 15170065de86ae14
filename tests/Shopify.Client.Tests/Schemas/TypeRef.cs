using System.Text.Json;

namespace Shopify.Client.Tests.Schemas;

/// <summary>A type as it stands at a field, an argument or a variable: <c>[ID!]!</c>.</summary>
internal sealed record TypeRef(string Kind, string? Name, TypeRef? Of)
{
    public bool IsNonNull => Kind == "NON_NULL";

    public bool IsList => Kind == "LIST";

    public TypeRef Nullable => IsNonNull ? Of! : this;

    public string NamedType => Of is null ? Name! : Of.NamedType;

    public static TypeRef Read(JsonElement json) => new(
        json.GetProperty("kind").GetString()!,
        json.GetProperty("name").GetString(),
        json.TryGetProperty("ofType", out var of) && of.ValueKind == JsonValueKind.Object ? Read(of) : null);

    public override string ToString() => Kind switch
    {
        "NON_NULL" => $"{Of}!",
        "LIST" => $"[{Of}]",
        _ => Name!,
    };
}
