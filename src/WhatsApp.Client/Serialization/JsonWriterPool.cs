using System.Text.Json;

namespace WhatsApp.Client.Serialization;

/// <summary>One writer per thread, used again for the next body.</summary>
internal static class JsonWriterPool
{
    [ThreadStatic]
    private static Utf8JsonWriter? _idle;

    /// <summary>A writer at the start of a buffer. A second one on the same thread is a new one.</summary>
    public static Utf8JsonWriter Rent(PooledBuffer buffer)
    {
        var writer = _idle;
        _idle = null;
        if (writer is null)
            return new Utf8JsonWriter(buffer, JsonWriting.Options);
        writer.Reset(buffer);
        return writer;
    }

    /// <summary>Takes a flushed writer back. One that failed is not given back.</summary>
    public static void Return(Utf8JsonWriter writer) => _idle = writer;
}
