using System.Text.Json;

namespace Shopify.Client.Tests.Schemas;

internal sealed record SchemaDirective(string Name, IReadOnlyList<string> Locations, IReadOnlyDictionary<string, SchemaMember> Arguments)
{
    public static IReadOnlyList<SchemaDirective> ReadAll(JsonElement schema) =>
        [.. schema.GetProperty("directives").EnumerateArray().Select(static json => new SchemaDirective(
            json.GetProperty("name").GetString()!,
            [.. json.GetProperty("locations").EnumerateArray().Select(static location => location.GetString()!)],
            SchemaMember.ReadAll(json, "args")))];
}
