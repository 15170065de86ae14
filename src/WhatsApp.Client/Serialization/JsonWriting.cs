using System.Text.Encodings.Web;
using System.Text.Json;

namespace WhatsApp.Client.Serialization;

/// <summary>How outgoing JSON is written.</summary>
internal static class JsonWriting
{
    /// <summary>The body is only ever JSON in a JSON request, so escaping for HTML would only make it longer.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes a text without U+0000, which the platform refuses.</summary>
    public static void WriteText(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, string text) =>
        writer.WriteString(name, text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : text);

    public static void WriteOptionalText(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
            writer.WriteText(name, text);
    }

    /// <summary>An array of objects, or nothing when there are none.</summary>
    public static void WriteList<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
            return;
        writer.WriteStartArray(name);
        for (var i = 0; i < items.Count; i++)
            write(writer, items[i]);
        writer.WriteEndArray();
    }
}
