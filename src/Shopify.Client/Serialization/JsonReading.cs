using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace Shopify.Client;

/// <summary>
/// Steps of a hand-written JSON reader, for the answers that are read all day. Each step leaves the reader at the end of what it read, takes
/// null as absent, and passes over a value of another kind than expected.
/// </summary>
internal static class JsonReading
{
    /// <summary>Moves to the next property of an object; false at the object's end.</summary>
    public static bool NextField(this ref Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.PropertyName;

    /// <summary>Moves to the value and into it; false, and past it, when it is no object.</summary>
    public static bool EnterObject(this ref Utf8JsonReader json) => json.Enter(JsonTokenType.StartObject);

    /// <summary>Moves to the value and into it; false, and past it, when it is no array.</summary>
    public static bool EnterArray(this ref Utf8JsonReader json) => json.Enter(JsonTokenType.StartArray);

    /// <summary>Moves to the next object in an array, passing over nulls and values of other kinds; false at the array's end.</summary>
    public static bool NextObject(this ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType == JsonTokenType.StartObject)
                return true;
            json.Skip();
        }

        return false;
    }

    public static void SkipField(this ref Utf8JsonReader json)
    {
        json.Read();
        json.Skip();
    }

    public static string? Text(this ref Utf8JsonReader json) => json.MoveTo(JsonTokenType.String) ? json.GetString() : null;

    public static string? Text(this ref Utf8JsonReader json, RepeatedTexts texts) => json.MoveTo(JsonTokenType.String) ? texts.Get(ref json) : null;

    public static bool? Flag(this ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType is JsonTokenType.True or JsonTokenType.False)
            return json.GetBoolean();
        json.Skip();
        return null;
    }

    public static int? Integer(this ref Utf8JsonReader json) => json.Number() is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null;

    /// <summary>A number, which Shopify writes as text where it stands for money.</summary>
    public static decimal? Number(this ref Utf8JsonReader json)
    {
        json.Read();
        switch (json.TokenType)
        {
            case JsonTokenType.Number when json.TryGetDecimal(out var number):
                return number;
            case JsonTokenType.String when !json.HasValueSequence && !json.ValueIsEscaped
                && Utf8Parser.TryParse(json.ValueSpan, out decimal number, out var length) && length == json.ValueSpan.Length:
                return number;
            case JsonTokenType.String when decimal.TryParse(json.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number):
                return number;
            default:
                json.Skip();
                return null;
        }
    }

    private static bool MoveTo(this ref Utf8JsonReader json, JsonTokenType kind)
    {
        json.Read();
        if (json.TokenType == kind)
            return true;
        json.Skip();
        return false;
    }

    private static bool Enter(this ref Utf8JsonReader json, JsonTokenType kind) => json.MoveTo(kind);
}
