using System.Text.Json;

namespace Shopify.Client;

/// <summary>
/// Reads <c>errors</c> in each of its shapes: text, list of texts or objects, object of field to messages. It never throws on a shape it does not know.
/// </summary>
internal static class ErrorListReader
{
    private const int MaxMessageLength = 500;

    public static IReadOnlyList<ShopifyGraphQLError> Read(JsonElement errors) => errors.ValueKind switch
    {
        JsonValueKind.String => [new(Cut(errors.GetString()))],
        JsonValueKind.Array => [.. errors.EnumerateArray().Select(ReadEntry)],
        JsonValueKind.Object when errors.TryGetProperty("message", out _) => [ReadEntry(errors)],
        JsonValueKind.Object => [.. errors.EnumerateObject().SelectMany(ReadField)],
        _ => [],
    };

    private static ShopifyGraphQLError ReadEntry(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object)
            return new(Cut(entry.ToString()));
        var hasExtensions = entry.TryGetProperty("extensions", out var extensions) && extensions.ValueKind == JsonValueKind.Object;
        return new(Cut(Text(entry, "message")))
        {
            Code = hasExtensions ? Text(extensions, "code") : null,
            Path = entry.TryGetProperty("path", out var path) && path.ValueKind == JsonValueKind.Array
                ? [.. path.EnumerateArray().Select(static part => part.ToString())]
                : [],
            Extensions = hasExtensions ? extensions.Clone() : null,
        };
    }

    private static IEnumerable<ShopifyGraphQLError> ReadField(JsonProperty field)
    {
        var messages = field.Value.ValueKind == JsonValueKind.Array
            ? field.Value.EnumerateArray().Select(static message => message.ToString())
            : [field.Value.ToString()];
        return messages.Select(message => new ShopifyGraphQLError(Cut($"{field.Name}: {message}")) { Path = [field.Name] });
    }

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Cut(string? message) => message switch
    {
        null or "" => "(no message)",
        { Length: > MaxMessageLength } => message[..MaxMessageLength],
        _ => message,
    };
}
