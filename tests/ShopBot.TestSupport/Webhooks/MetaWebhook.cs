using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ShopBot.TestSupport.Webhooks;

/// <summary>Builds webhook bodies as Meta sends them, from JSON alone.</summary>
public static class MetaWebhook
{
    /// <summary>A webhook with these entries.</summary>
    public static byte[] Of(params JsonObject[] entries) => Encoding.UTF8.GetBytes(
        new JsonObject { ["object"] = "whatsapp_business_account", ["entry"] = new JsonArray([.. entries]) }.ToJsonString());

    /// <summary>An entry with one change to <c>messages</c>.</summary>
    /// <param name="wabaId">The account.</param>
    /// <param name="phoneNumberId">The number written to.</param>
    /// <param name="messages">Messages, each with the sender's contact.</param>
    public static JsonObject Entry(string wabaId, string phoneNumberId, params JsonObject[] messages)
    {
        var people = messages.Select(message => (string)message["from"]!).Distinct();
        return Entry(wabaId, Value(phoneNumberId, "messages", new JsonArray([.. messages]), new JsonArray([.. people.Select(Contact)])));
    }

    /// <summary>An entry with one status.</summary>
    public static JsonObject StatusEntry(string wabaId, string phoneNumberId, string messageId, string status, string person) => Entry(
        wabaId,
        Value(phoneNumberId, "statuses", new JsonArray(new JsonObject
        {
            ["id"] = messageId,
            ["status"] = status,
            ["timestamp"] = Now(),
            ["recipient_id"] = person,
        })));

    /// <summary>An entry with any value.</summary>
    public static JsonObject Entry(string wabaId, JsonObject value, string field = "messages") => new()
    {
        ["id"] = wabaId,
        ["changes"] = new JsonArray(new JsonObject { ["field"] = field, ["value"] = value }),
    };

    /// <summary>A text message.</summary>
    public static JsonObject Text(string from, string text, string? id = null) =>
        Message(from, "text", new JsonObject { ["body"] = text }, id);

    /// <summary>The tap on a reply button or list row.</summary>
    public static JsonObject Tap(string from, string kind, string choiceId, string title) => Message(
        from, "interactive", new JsonObject { ["type"] = kind, [kind] = new JsonObject { ["id"] = choiceId, ["title"] = title } });

    /// <summary>A message of any type.</summary>
    public static JsonObject Message(string from, string type, JsonNode? payload, string? id = null) => new()
    {
        ["from"] = from,
        ["id"] = id ?? $"wamid.{Guid.NewGuid():N}",
        ["timestamp"] = Now(),
        ["type"] = type,
        [type] = payload,
    };

    private static JsonObject Value(string phoneNumberId, string kind, JsonArray items, JsonArray? contacts = null)
    {
        var value = new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["metadata"] = new JsonObject { ["display_phone_number"] = "15550100000", ["phone_number_id"] = phoneNumberId },
            [kind] = items,
        };
        if (contacts is not null)
            value["contacts"] = contacts;
        return value;
    }

    private static JsonNode Contact(string person) => new JsonObject
    {
        ["profile"] = new JsonObject { ["name"] = "Someone" },
        ["wa_id"] = person,
    };

    private static string Now() => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
