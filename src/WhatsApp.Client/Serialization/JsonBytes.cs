using System.Text.Json;

namespace WhatsApp.Client.Serialization;

/// <summary>A part of an answer as bytes that outlive it.</summary>
internal static class JsonBytes
{
    public static ReadOnlyMemory<byte> Of(JsonElement json)
    {
        using var buffer = new PooledBuffer();
        var writer = JsonWriterPool.Rent(buffer);
        json.WriteTo(writer);
        writer.Flush();
        JsonWriterPool.Return(writer);
        return buffer.ToArray();
    }

    /// <summary>The member as bytes; empty when absent.</summary>
    public static ReadOnlyMemory<byte> Of(JsonElement json, string member) =>
        json.Member(member) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value ? Of(value) : default;

    /// <summary>An array of texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
