using System.Text.Json;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Engine.Inbox;

/// <summary>The stored form of a received message: the platform's own JSON and what stood around it.</summary>
internal static class StoredMessage
{
    public static byte[] Write(MessageReceived message)
    {
        using var buffer = new MemoryStream(message.Raw.Length + message.ContactRaw.Length + 128);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("phone_number_id"u8, message.PhoneNumberId?.Value);
            writer.WriteString("waba_id"u8, message.WabaId);
            writer.WritePropertyName("message"u8);
            writer.WriteRawValue(message.Raw.Span, skipInputValidation: true);
            if (!message.ContactRaw.IsEmpty)
            {
                writer.WritePropertyName("contact"u8);
                writer.WriteRawValue(message.ContactRaw.Span, skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    public static MessageReceived Read(ReadOnlySpan<byte> stored)
    {
        var reader = new Utf8JsonReader(stored);
        string number = "", waba = "";
        ReadOnlySpan<byte> message = default, contact = default;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("phone_number_id"u8))
                number = Text(ref reader);
            else if (reader.ValueTextEquals("waba_id"u8))
                waba = Text(ref reader);
            else if (reader.ValueTextEquals("message"u8))
                message = stored[Span(ref reader)];
            else if (reader.ValueTextEquals("contact"u8))
                contact = stored[Span(ref reader)];
            else
                reader.TrySkip();
        }

        return WebhookReader.ReadMessage(message, contact, new PhoneNumberId(number), waba);
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString() ?? "";
    }

    /// <summary>Where the value lies in the stored bytes.</summary>
    private static Range Span(ref Utf8JsonReader reader)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return start..(int)reader.BytesConsumed;
    }
}
