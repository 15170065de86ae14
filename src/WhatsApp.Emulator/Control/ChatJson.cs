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
            ["unread"] = Unread(messages),
            ["typing"] = phone.SeesTyping(number),
            ["last"] = messages.Count > 0 ? Of(messages[^1]) : null,
        };
    }

    /// <summary>With <c>content</c>, the platform's object of the message, from which the page draws what has no property of its own.</summary>
    public static JsonNode Of(ChatMessage message)
    {
        var json = JsonSerializer.SerializeToNode(message with { Json = null }, Web)!;
        if (message.Content is { } content)
            json["content"] = JsonNode.Parse(content);
        else if (message.Json is { } sent && message.Type != "text")
            json["content"] = JsonNode.Parse(sent)![message.Type]?.DeepClone();
        return json;
    }

    public static string Of(PhoneNews news)
    {
        var messages = news.Phone.Chat(news.Number);
        return new JsonObject
        {
            ["phone"] = news.Phone.Id,
            ["chat"] = news.Number.PhoneNumberId,
            ["unread"] = Unread(messages),
            ["last"] = messages.Count > 0 ? messages[^1].Id : null,
            ["typing"] = news.IsTyping,
            ["message"] = news.Message is { } message ? Of(message) : null,
        }.ToJsonString();
    }

    private static int Unread(IReadOnlyList<ChatMessage> messages) => messages.Count(message => message.IsFromBusiness && message.Status != "read");
}
