using System.Text.Json;

namespace WhatsApp.Client.Serialization;

/// <summary>A JSON object as bytes, whose members can go into another object.</summary>
internal static class RawObject
{
    private static ReadOnlySpan<byte> Blanks => " \t\r\n"u8;

    /// <summary>Whether the bytes are one well-formed JSON object.</summary>
    public static bool IsObject(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>What stands between the braces; empty for an empty object.</summary>
    public static ReadOnlySpan<byte> Members(ReadOnlySpan<byte> json)
    {
        json = json.Trim(Blanks);
        return json is [(byte)'{', .. var inner, (byte)'}']
            ? inner.Trim(Blanks)
            : throw new ArgumentException("A raw message must be a JSON object.", nameof(json));
    }
}
