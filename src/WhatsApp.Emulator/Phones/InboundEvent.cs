using System.Globalization;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>Writes what a person did as the platform words it.</summary>
internal static class InboundEvent
{
    /// <param name="phone">Who did it.</param>
    /// <param name="number">The business.</param>
    /// <param name="message">The message as it stands in the chat.</param>
    /// <param name="waId">The phone number as far as the business may see it.</param>
    /// <param name="payload">The value of the property named like the type; null leaves it out.</param>
    /// <param name="context">What it answers, or null.</param>
    public static JsonObject Body(EmulatedPhone phone, EmulatedNumber number, ChatMessage message, string? waId, JsonNode? payload, JsonObject? context)
    {
        var body = new JsonObject();
        if (context is not null)
            body["context"] = context;
        AddSender(body, phone, number, waId);
        body["id"] = message.Id;
        body["timestamp"] = message.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        body["type"] = message.Type;
        if (payload is not null)
            body[message.Type] = payload;
        if (number.Settings.ChecksIdentity)
            body["identity"] = phone.Identity();
        return body;
    }

    public static void AddSender(JsonObject body, EmulatedPhone phone, EmulatedNumber number, string? waId)
    {
        if (waId is not null)
            body["from"] = waId;
        if (phone.UserIdFor(number) is { } userId)
            body["from_user_id"] = userId;
        if (phone.ParentUserIdFor(number) is { } parent)
            body["from_parent_user_id"] = parent;
    }

    public static JsonObject Quote(EmulatedPhone phone, EmulatedNumber number, ChatMessage quoted, string? waId)
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
