using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>What concerns an account, a template or a number's standing: no metadata, a time on the entry, always to the app's own address.</summary>
internal static class AccountEvent
{
    public static WebhookEvent Of(EmulatedWaba waba, string field, JsonObject value)
    {
        // Partner events are filed under the portfolio; the account stands inside.
        var isPartners = field == "account_update" && value["event"]?.ToString().StartsWith("PARTNER_", StringComparison.Ordinal) == true;
        return new JsonEvent(waba, null, field, value)
        {
            EntryId = isPartners ? waba.Cloud.PortfolioOf(waba).Id : waba.Id,
            EntryTime = waba.Cloud.Time.GetUtcNow(),
        };
    }
}
