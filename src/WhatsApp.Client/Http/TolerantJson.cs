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

    public static bool IsTrue(this JsonElement json, string name) => json.Member(name).ValueKind == JsonValueKind.True;
}
