using System.Text.Json;

namespace WhatsApp.Client.Http;

/// <summary>Makes the JSON of a management call.</summary>
internal static class GraphBody
{
    /// <summary>An object with the members the function writes.</summary>
    public static byte[] Of(Action<Utf8JsonWriter> write)
    {
        using var buffer = new PooledBuffer();
        var writer = JsonWriterPool.Rent(buffer);
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
        writer.Flush();
        JsonWriterPool.Return(writer);
        return buffer.ToArray();
    }

    /// <summary>An object of <c>messaging_product</c> and the members the function writes.</summary>
    public static byte[] Product(Action<Utf8JsonWriter> write) => Of(json =>
    {
        json.WriteString("messaging_product"u8, "whatsapp"u8);
        write(json);
    });
}
