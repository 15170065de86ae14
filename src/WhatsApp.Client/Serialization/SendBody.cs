using System.Text.Json;

namespace WhatsApp.Client.Serialization;

/// <summary>The request body of <c>POST /{phone number id}/messages</c> and <c>/marketing_messages</c>.</summary>
internal static class SendBody
{
    /// <summary>Writes into a buffer that the caller keeps until the request is done with it.</summary>
    /// <param name="to">Whom it is for.</param>
    /// <param name="message">What to send.</param>
    /// <param name="options">What else to say about it.</param>
    /// <param name="messagingAccountId">The client's default; the options' own goes before it.</param>
    public static PooledBuffer Write(Recipient to, OutgoingMessage message, SendOptions? options, string? messagingAccountId)
    {
        var buffer = new PooledBuffer();
        var writer = JsonWriterPool.Rent(buffer);
        writer.WriteStartObject();
        writer.WriteString("messaging_product"u8, "whatsapp"u8);
        WriteRecipient(writer, to);
        writer.WriteOptionalText("messaging_account_id"u8, options?.MessagingAccountId ?? messagingAccountId);
        if (options is not null)
            WriteOptions(writer, options);
        MessageJson.WriteMembersAndEnd(buffer, writer, message, isFirst: false);
        JsonWriterPool.Return(writer);
        return buffer;
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

    private static void WriteOptions(Utf8JsonWriter writer, SendOptions options)
    {
        if (options.ReplyTo is { Value.Length: > 0 } quoted)
        {
            writer.WriteStartObject("context"u8);
            writer.WriteText("message_id"u8, quoted.Value);
            writer.WriteEndObject();
        }

        writer.WriteOptionalText("biz_opaque_callback_data"u8, options.BizOpaqueCallbackData);
        writer.WriteOptionalText("recipient_identity_key_hash"u8, options.RecipientIdentityKeyHash);
        options.DirectSend?.WriteMembers(writer);
        if (options.MessageActivitySharing is { } shares)
            writer.WriteBoolean("message_activity_sharing"u8, shares);
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
