using System.Globalization;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>Writes one status as the platform words it: which ids are present depends on how the message was addressed.</summary>
internal static class StatusEvent
{
    public static WebhookEvent Of(OutgoingMessage message, string status, DateTimeOffset at, bool isPriced)
    {
        var (phone, number) = (message.Recipient.Phone, message.Number);
        var body = new JsonObject
        {
            ["id"] = message.Id,
            ["status"] = status,
            ["timestamp"] = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        };
        if (RecipientWaId(message) is { } waId)
            body["recipient_id"] = waId;
        if (RecipientUserId(message, status) is { } userId)
            body["recipient_user_id"] = userId;
        if (message.BizOpaque is { } opaque)
            body["biz_opaque_callback_data"] = opaque;
        if (status == "failed")
            body["errors"] = new JsonArray(message.Failure!.ToWebhook());
        else if (isPriced)
            body["pricing"] = Pricing(message);

        var contact = status == "failed" || phone is null
            ? null
            : ContactCard.Of(phone, number, RecipientWaId(message), withUsername: status is "delivered" or "read");
        return new WebhookEvent(number, contact, "statuses", body);
    }

    private static string? RecipientWaId(OutgoingMessage message) =>
        message.Recipient.WaId ?? message.Recipient.Phone?.VisibleWaId(message.Number);

    private static string? RecipientUserId(OutgoingMessage message, string status) =>
        status == "failed" ? message.Recipient.UserId : message.Recipient.Phone?.UserIdFor(message.Number);

    private static JsonObject Pricing(OutgoingMessage message) => new()
    {
        ["billable"] = !message.IsFree,
        ["pricing_model"] = "PMP",
        ["type"] = message.IsFree ? "free_customer_service" : "regular",
        ["category"] = message.IsTemplate ? "utility" : "service",
    };
}
