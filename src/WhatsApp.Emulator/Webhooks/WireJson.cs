using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace WhatsApp.Emulator;

/// <summary>JSON as the platform writes it: answers in plain UTF-8, webhooks with lower-case <c>\uXXXX</c> and <c>\/</c>.</summary>
internal static class WireJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static readonly SearchValues<byte> Special = SearchValues.Create([(byte)'\\', (byte)'/', 0x7F, .. Enumerable.Range(0x80, 0x80).Select(value => (byte)value)]);

    public static JsonSerializerOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(bool escape, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1_024);
        using (var writer = new Utf8JsonWriter(buffer, Compact))
            write(writer);
        return Rewrite(buffer.WrittenSpan, escape);
    }

    /// <summary>Slashes and non-ASCII characters occur only inside strings, so they can be rewritten without parsing.</summary>
    private static byte[] Rewrite(ReadOnlySpan<byte> json, bool escape)
    {
        var at = json.IndexOfAny(Special);
        if (at < 0)
            return json.ToArray();
        var text = new ArrayBufferWriter<byte>(json.Length + 128);
        while (at >= 0)
        {
            text.Write(json[..at]);
            json = json[(at + RewriteOne(json[at..], text, escape))..];
            at = json.IndexOfAny(Special);
        }

        text.Write(json);
        return text.WrittenSpan.ToArray();
    }

    /// <returns>How many bytes were read.</returns>
    private static int RewriteOne(ReadOnlySpan<byte> json, ArrayBufferWriter<byte> text, bool escape)
    {
        if (json[0] == '\\' && json[1] == 'u')
        {
            // The writer escapes control characters and everything beyond the basic plane itself, in upper case.
            var unit = Unit(json);
            if (!char.IsHighSurrogate(unit))
            {
                Append(text, new Rune(unit), escape);
                return 6;
            }

            Append(text, new Rune(unit, Unit(json[6..])), escape);
            return 12;
        }

        switch (json[0])
        {
            case (byte)'\\':
                text.Write(json[..2]);
                return 2;
            case (byte)'/':
                text.Write(escape ? "\\/"u8 : "/"u8);
                return 1;
            default:
                Rune.DecodeFromUtf8(json, out var rune, out var read);
                Append(text, rune, escape);
                return read;
        }
    }

    private static char Unit(ReadOnlySpan<byte> escaped) => (char)ushort.Parse(escaped.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static void Append(ArrayBufferWriter<byte> text, Rune rune, bool escape)
    {
        if (rune.Value >= ' ' && rune.Value != 0x7F && (!escape || rune.Value < 0x7F))
        {
            text.Advance(rune.EncodeToUtf8(text.GetSpan(4)));
            return;
        }

        Span<char> units = stackalloc char[2];
        foreach (var unit in units[..rune.EncodeToUtf16(units)])
        {
            var span = text.GetSpan(6);
            span[0] = (byte)'\\';
            span[1] = (byte)'u';
            ((int)unit).TryFormat(span[2..], out _, "x4", CultureInfo.InvariantCulture);
            text.Advance(6);
        }
    }
}
