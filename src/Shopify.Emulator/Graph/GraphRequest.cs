using System.Text.Json;

namespace Shopify.Emulator.Graph;

/// <summary>The body of a GraphQL call.</summary>
internal sealed record GraphRequest(string Query, JsonElement Variables, string? OperationName)
{
    /// <summary>Reads the body; null when it is not JSON or holds no query.</summary>
    public static async Task<GraphRequest?> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(body, default, cancellationToken).ConfigureAwait(false);
            if (json.RootElement.ValueKind != JsonValueKind.Object
                || !json.RootElement.TryGetProperty("query", out var query) || query.ValueKind != JsonValueKind.String) return null;
            var variables = json.RootElement.TryGetProperty("variables", out var given) ? given.Clone() : default;
            var name = json.RootElement.TryGetProperty("operationName", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
            return new(query.GetString()!, variables, name);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
