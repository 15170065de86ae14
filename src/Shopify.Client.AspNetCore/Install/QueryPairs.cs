using Microsoft.AspNetCore.Http;

namespace Shopify.Client.AspNetCore;

/// <summary>The query as decoded pairs with repeats kept, which a lookup by name would hide.</summary>
internal static class QueryPairs
{
    public static IReadOnlyList<KeyValuePair<string, string>> Of(HttpRequest request) =>
        [.. request.Query.SelectMany(static parameter => parameter.Value.Select(value => KeyValuePair.Create(parameter.Key, value ?? string.Empty)))];
}
