using System.Buffers;
using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>Messages as JSON without a recipient, for storing them until they are sent.</summary>
public static class MessageJson
{
    /// <summary>Writes <c>{"type":…,"&lt;type&gt;":{…}}</c> in UTF-8. Limits are not checked.</summary>
    /// <param name="message">The message to write.</param>
    /// <exception cref="ArgumentException">A raw message is not a JSON object.</exception>
    public static byte[] Write(OutgoingMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var buffer = new PooledBuffer();
        using var writer = new Utf8JsonWriter(buffer, JsonWriting.Options);
        writer.WriteStartObject();
        WriteMembersAndEnd(buffer, writer, message, isFirst: true);
        return buffer.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote, as a message that sends the same JSON.</summary>
    /// <param name="json">A UTF-8 JSON object with a <c>type</c>. The memory is kept, not copied.</param>
    /// <exception cref="FormatException">Not a JSON object with a <c>type</c> that is text.</exception>
    public static RawMessage Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json.Span);
            string? type = null;
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var isType = JsonReading.NameIs(ref reader, "type"u8);
                    reader.Read();
                    if (isType)
                        type = JsonReading.Text(ref reader);
                    else
                        reader.Skip();
                }

                if (!string.IsNullOrEmpty(type) && !reader.Read())
                    return new RawMessage(type, json);
            }
        }
        catch (JsonException)
        {
        }

        throw new FormatException("A stored message must be a JSON object with a type.");
    }

    /// <summary>Ends the object the writer stands in with the message's members, splicing raw ones.</summary>
    internal static void WriteMembersAndEnd(PooledBuffer buffer, Utf8JsonWriter writer, OutgoingMessage message, bool isFirst)
    {
        if (message is not RawMessage raw)
        {
            message.Write(writer);
            writer.WriteEndObject();
            writer.Flush();
            return;
        }

        var members = RawObject.Members(raw.Payload.Span);
        writer.Flush();
        if (!isFirst && !members.IsEmpty)
            buffer.Write(","u8);
        buffer.Write(members);
        buffer.Write("}"u8);
    }
}
