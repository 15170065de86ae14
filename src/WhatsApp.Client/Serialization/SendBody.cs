using System.Text.Json;

namespace WhatsApp.Client.Serialization;

/// <summary>The request body of <c>POST /{phone number id}/messages</c>.</summary>
internal static class SendBody
{
    public static byte[] Write(Recipient to, OutgoingMessage message, SendOptions? options)
    {
        using var buffer = new PooledBuffer();
        using var writer = new Utf8JsonWriter(buffer, JsonWriting.Options);
        writer.WriteStartObject();
        writer.WriteString("messaging_product"u8, "whatsapp"u8);
        WriteRecipient(writer, to);
        if (options?.ReplyTo is { Value.Length: > 0 } quoted)
        {
            writer.WriteStartObject("context"u8);
            writer.WriteText("message_id"u8, quoted.Value);
            writer.WriteEndObject();
        }

        writer.WriteOptionalText("biz_opaque_callback_data"u8, options?.BizOpaqueCallbackData);
        MessageJson.WriteMembersAndEnd(buffer, writer, message, isFirst: false);
        return buffer.ToArray();
    }

    public static byte[] WriteRead(MessageId messageId, bool showTyping)
    {
        using var buffer = new PooledBuffer();
        using var writer = new Utf8JsonWriter(buffer, JsonWriting.Options);
        writer.WriteStartObject();
        writer.WriteString("messaging_product"u8, "whatsapp"u8);
        writer.WriteString("status"u8, "read"u8);
        writer.WriteText("message_id"u8, messageId.Value);
        if (showTyping)
        {
            writer.WriteStartObject("typing_indicator"u8);
            writer.WriteString("type"u8, "text"u8);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.ToArray();
    }

    private static void WriteRecipient(Utf8JsonWriter writer, Recipient to)
    {
        writer.WriteString("recipient_type"u8, to is Recipient.Group ? "group"u8 : "individual"u8);
        switch (to)
        {
            case Recipient.Phone { Number: ['+', ..] number }:
                writer.WriteString("to"u8, number);
                break;
            case Recipient.Phone phone:
                writer.WriteString("to"u8, $"+{phone.Number}");
                break;
            case Recipient.Group group:
                writer.WriteString("to"u8, group.GroupId);
                break;
            case Recipient.User user:
                writer.WriteString("recipient"u8, user.UserId);
                break;
        }
    }
}
