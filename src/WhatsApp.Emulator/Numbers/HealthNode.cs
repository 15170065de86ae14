using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary><c>health_status</c>: whether sending works, and what stands in the way.</summary>
internal static class HealthNode
{
    public static JsonObject Of(EmulatedNumber number)
    {
        var own = Entity("PHONE_NUMBER", number.PhoneNumberId, number.CanSendMessage, "Sending is limited on this emulated number.", "Set CanSendMessage back to AVAILABLE.");
        var waba = Entity(number.Waba);
        return new JsonObject
        {
            ["can_send_message"] = Worst(number.CanSendMessage, (string)waba["can_send_message"]!),
            ["entities"] = new JsonArray(own, waba, Entity("APP", number.App.Id, "AVAILABLE", "", "")),
        };
    }

    public static JsonObject Of(EmulatedWaba waba)
    {
        var own = Entity(waba);
        return new JsonObject { ["can_send_message"] = (string)own["can_send_message"]!, ["entities"] = new JsonArray(own) };
    }

    public static JsonObject Of(EmulatedTemplate template)
    {
        var can = template.Status == "APPROVED" ? "AVAILABLE" : "BLOCKED";
        return new JsonObject
        {
            ["can_send_message"] = can,
            ["entities"] = new JsonArray(Entity("MESSAGE_TEMPLATE", template.Id, can, $"The template is {template.Status}.", "Wait for its approval.")),
        };
    }

    private static JsonObject Entity(EmulatedWaba waba)
    {
        var can = waba.IsLocked ? "BLOCKED" : waba.HasPaymentMethod ? "AVAILABLE" : "LIMITED";
        return waba.IsLocked
            ? Entity("WABA", waba.Id, can, "The account has been locked.", "Appeal in the business settings.")
            : Entity("WABA", waba.Id, can, "The account has no payment method.", "Add one in the business settings.");
    }

    private static JsonObject Entity(string type, string id, string can, string description, string solution)
    {
        var entity = new JsonObject { ["entity_type"] = type, ["id"] = id, ["can_send_message"] = can };
        if (can != "AVAILABLE")
        {
            entity["errors"] = new JsonArray(new JsonObject
            {
                ["error_code"] = 141_000, ["error_description"] = description, ["possible_solution"] = solution,
            });
        }

        return entity;
    }

    private static string Worst(string one, string other) =>
        one == "BLOCKED" || other == "BLOCKED" ? "BLOCKED" : one == "LIMITED" || other == "LIMITED" ? "LIMITED" : "AVAILABLE";
}
