using System.Globalization;
using System.Text.Json;

namespace WhatsApp.Client.Http;

/// <summary>Reads members that may be absent or of another kind than documented; both give null.</summary>
internal static class TolerantJson
{
    public static JsonElement Member(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;

    public static JsonElement First(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Array } array && array.GetArrayLength() > 0 ? array[0] : default;

    public static string? Text(this JsonElement json, string name)
    {
        var value = json.Member(name);
        return value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.AsText();
    }

    /// <summary>A text with a lone surrogate has no .NET form and counts as absent.</summary>
    public static string? AsText(this JsonElement json)
    {
        try
        {
            return json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static int? Number(this JsonElement json, string name) =>
        int.TryParse(json.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static long? LongNumber(this JsonElement json, string name) =>
        long.TryParse(json.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static bool? Flag(this JsonElement json, string name) => json.Member(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>An absolute http or https address.</summary>
    public static Uri? Address(this JsonElement json, string name) =>
        Uri.TryCreate(json.Text(name), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri : null;

    /// <summary>The elements of an array; none when it is absent or something else.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    public static IReadOnlyList<string> Texts(this JsonElement json, string name) =>
        [.. json.Items(name).Select(item => item.ValueKind == JsonValueKind.Number ? item.GetRawText() : item.AsText()).OfType<string>()];

    public static bool IsTrue(this JsonElement json, string name) => json.Member(name).ValueKind == JsonValueKind.True;
}
