using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace WhatsApp.Client.Serialization;

/// <summary>
/// Reads single values without ever failing on well-formed JSON: a value of another kind than expected is passed over and gives null.
/// The reader stands on the value before and at its end after.
/// </summary>
internal static class JsonReading
{
    /// <summary>The name the reader stands on.</summary>
    public static ReadOnlySpan<byte> Name(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(EscapedText.Read(reader.ValueSpan)) : reader.ValueSpan;

    /// <summary>The name the reader stands on, as text.</summary>
    public static string NameText(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? EscapedText.Read(reader.ValueSpan) : Encoding.UTF8.GetString(reader.ValueSpan);

    public static bool NameIs(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => Name(ref reader).SequenceEqual(name);

    /// <summary>Moves to the next name of the object and onto its value; false at the object's end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Next(ref Utf8JsonReader reader, out ReadOnlySpan<byte> name)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            name = default;
            return false;
        }

        name = Name(ref reader);
        reader.Read();
        return true;
    }

    /// <summary>Moves to the next element of the array; false at the array's end.</summary>
    public static bool NextElement(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    /// <summary>Whether the reader stands on an object; if not, the value is passed over.</summary>
    public static bool IsObject(ref Utf8JsonReader reader) => Is(ref reader, JsonTokenType.StartObject);

    /// <summary>Whether the reader stands on an array; if not, the value is passed over.</summary>
    public static bool IsArray(ref Utf8JsonReader reader) => Is(ref reader, JsonTokenType.StartArray);

    /// <summary>A text, without U+0000 and with U+FFFD for what is not Unicode.</summary>
    public static string? Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.ValueIsEscaped ? EscapedText.Read(reader.ValueSpan) : Encoding.UTF8.GetString(reader.ValueSpan);
        reader.Skip();
        return null;
    }

    /// <summary>A text or number as text; null when empty.</summary>
    public static string? Id(ref Utf8JsonReader reader)
    {
        var id = reader.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(reader.ValueSpan) : Text(ref reader);
        return string.IsNullOrEmpty(id) ? null : id;
    }

    /// <summary>One of a few expected words without allocating, or any other text.</summary>
    public static string? Word(ref Utf8JsonReader reader, scoped ReadOnlySpan<string> expected)
    {
        if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped)
        {
            foreach (var word in expected)
            {
                if (Ascii.Equals(reader.ValueSpan, word))
                    return word;
            }
        }

        return Text(ref reader);
    }

    /// <summary>Where a text stands.</summary>
    public static TextSlice TextAt(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
            return new TextSlice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, reader.ValueIsEscaped);
        reader.Skip();
        return default;
    }

    /// <summary>
    /// Where a text or number stands; nowhere when empty. The platform writes some ids either way, and tells of hidden ones by leaving them out.
    /// </summary>
    public static TextSlice IdAt(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return new TextSlice((int)reader.TokenStartIndex, reader.ValueSpan.Length);
        if (reader.TokenType == JsonTokenType.String && (reader.ValueSpan.IsEmpty || (reader.ValueIsEscaped && EscapedText.Read(reader.ValueSpan).Length == 0)))
            return default;
        return TextAt(ref reader);
    }

    /// <summary>Where a value stands, whatever its kind.</summary>
    public static JsonSlice At(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return new JsonSlice(start, (int)reader.BytesConsumed - start);
    }

    public static int? Number(ref Utf8JsonReader reader)
    {
        if (TryLong(ref reader) is { } number && number is >= int.MinValue and <= int.MaxValue)
            return (int)number;
        return null;
    }

    public static bool? Flag(ref Utf8JsonReader reader)
    {
        var flag = reader.TokenType switch { JsonTokenType.True => true, JsonTokenType.False => false, _ => (bool?)null };
        reader.Skip();
        return flag;
    }

    /// <summary>A moment as text or number (<see cref="UnixTime"/>), in ticks of UTC; zero when there is none.</summary>
    public static long Ticks(ref Utf8JsonReader reader) => UnixTime.Ticks(TryLong(ref reader));

    /// <summary>A phone number as text or number; zero when it is none.</summary>
    public static ulong Digits(ref Utf8JsonReader reader) => TryLong(ref reader) is > 0 and var number ? (ulong)number : 0;

    private static long? TryLong(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number
            && Utf8Parser.TryParse(reader.ValueSpan, out long number, out var read) && read == reader.ValueSpan.Length)
        {
            return number;
        }

        reader.Skip();
        return null;
    }

    private static bool Is(ref Utf8JsonReader reader, JsonTokenType kind)
    {
        if (reader.TokenType == kind)
            return true;
        reader.Skip();
        return false;
    }
}
