using System.Text.Json;

namespace Shopify.Emulator.Metafields;

/// <summary>Metafield values that are JSON.</summary>
internal static class JsonText
{
    public static bool IsJsonType(string type) => type is "json" or "rich_text_field" or "money" or "dimension" or "volume" or "weight" or "rating" or "link"
        || type.StartsWith("list.", StringComparison.Ordinal);

    public static JsonElement? TryParse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The value as <c>jsonValue</c> shows it: numbers, booleans and JSON as they are, everything else as text.</summary>
    public static object Value(string type, string value) =>
        (IsJsonType(type) || type is "boolean" or "number_integer") && TryParse(value) is { } json ? json : value;
}
