using System.Buffers;
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
        return escape ? Escape(Encoding.UTF8.GetString(buffer.WrittenSpan)) : buffer.WrittenSpan.ToArray();
    }

    /// <summary>Slashes and non-ASCII characters occur only inside strings, so they can be escaped without parsing.</summary>
    private static byte[] Escape(string json)
    {
        var escaped = new StringBuilder(json.Length + 64);
        foreach (var c in json)
        {
            if (c == '/')
                escaped.Append("\\/");
            else if (c < 0x7F)
                escaped.Append(c);
            else
                escaped.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
        }

        return Encoding.ASCII.GetBytes(escaped.ToString());
    }
}
