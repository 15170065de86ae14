using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace WhatsApp.Emulator;

/// <summary>JSON as the platform writes it: answers in plain UTF-8, webhooks with lower-case <c>\uXXXX</c> and <c>\/</c>.</summary>
internal static class WireJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonSerializerOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(bool escape, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1_024);
        using (var writer = new Utf8JsonWriter(buffer, Compact))
            write(writer);
        return Encoding.UTF8.GetBytes(Rewrite(Encoding.UTF8.GetString(buffer.WrittenSpan), escape));
    }

    /// <summary>Slashes and non-ASCII characters occur only inside strings, so they can be rewritten without parsing.</summary>
    private static string Rewrite(string json, bool escape)
    {
        var text = new StringBuilder(json.Length + 64);
        for (var i = 0; i < json.Length; i++)
        {
            var c = json[i];
            if (c == '\\' && json[i + 1] == 'u')
            {
                // The writer escapes control characters and everything beyond the basic plane itself, in upper case.
                Append(text, (char)ushort.Parse(json.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), escape);
                i += 5;
            }
            else if (c == '\\')
            {
                text.Append(c).Append(json[++i]);
            }
            else if (c == '/' && escape)
            {
                text.Append("\\/");
            }
            else
            {
                Append(text, c, escape);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, char c, bool escape)
    {
        if (c < ' ' || c == 0x7F || (escape && c > 0x7F))
            text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        else
            text.Append(c);
    }
}
