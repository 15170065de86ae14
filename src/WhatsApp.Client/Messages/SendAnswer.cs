using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>Reads <c>{"contacts":[{"wa_id":…}],"messages":[{"id":…}]}</c>.</summary>
internal static class SendAnswer
{
    /// <summary>The result, or null when the answer names no message.</summary>
    public static SendResult? Read(JsonElement answer)
    {
        var message = answer.First("messages");
        if (message.Text("id") is not { Length: > 0 } id)
            return null;
        var contact = answer.First("contacts");
        return new SendResult
        {
            MessageId = new MessageId(id),
            WaId = contact.Text("wa_id"),
            UserId = contact.Text("user_id"),
            MessageStatus = message.Text("message_status"),
        };
    }
}
