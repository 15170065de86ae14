using System.Text.Json;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>The JSON of the control API, written once here and read by the phone page.</summary>
internal static class ChatJson
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static JsonObject Of(EmulatedPhone phone) => new()
    {
        ["id"] = phone.Id,
        ["name"] = phone.Name,
        ["waId"] = phone.WaId,
        ["username"] = phone.Username,
    };

    public static JsonObject Of(EmulatedNumber number, EmulatedPhone phone)
    {
        var messages = phone.Chat(number);
        return new JsonObject
        {
            ["id"] = number.PhoneNumberId,
            ["name"] = number.VerifiedName,
            ["phoneNumber"] = number.DisplayPhoneNumber,
            ["unread"] = messages.Count(message => message.IsFromBusiness && message.Status != "read"),
            ["last"] = messages.Count > 0 ? Of(messages[^1]) : null,
        };
    }

    public static JsonNode Of(ChatMessage message) => JsonSerializer.SerializeToNode(message with { Json = null }, Web)!;

    public static string Of(PhoneNews news) => new JsonObject
    {
        ["chat"] = news.Number.PhoneNumberId,
        ["typing"] = news.IsTyping,
        ["message"] = news.Message is { } message ? Of(message) : null,
    }.ToJsonString();
}
