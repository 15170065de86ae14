using System.Globalization;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>Writes what a person did as the platform words it.</summary>
internal static class InboundEvent
{
    public static WebhookEvent Of(EmulatedPhone phone, EmulatedNumber number, ChatMessage message, string? waId, string type, JsonNode? payload, ChatMessage? quoted)
    {
        var body = new JsonObject();
        if (quoted is not null)
            body["context"] = Context(phone, number, quoted, waId);
        if (waId is not null)
            body["from"] = waId;
        if (phone.UserIdFor(number) is { } userId)
            body["from_user_id"] = userId;
        body["id"] = message.Id;
        body["timestamp"] = message.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        body["type"] = type;
        body[type] = payload;
        return new WebhookEvent(number, ContactCard.Of(phone, number, waId, withUsername: true), "messages", body);
    }

    private static JsonObject Context(EmulatedPhone phone, EmulatedNumber number, ChatMessage quoted, string? waId)
    {
        var context = new JsonObject();
        if (quoted.IsFromBusiness)
            context["from"] = number.Digits;
        else if (waId is not null)
            context["from"] = waId;
        else
            context["from_user_id"] = phone.UserIdFor(number);
        context["id"] = quoted.Id;
        return context;
    }
}
