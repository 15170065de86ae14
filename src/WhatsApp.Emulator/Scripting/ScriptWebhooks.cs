using System.Text;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>Webhooks by hand, and the switches that make webhooks and statuses unruly.</summary>
internal static class ScriptWebhooks
{
    public static void Map(ScriptRoutes routes)
    {
        routes.Add("POST", "/switches", Switch);
        routes.Do("POST", "/webhooks/emit", call => call.Body.FindText("waba", 100) is { } waba
            ? call.Cloud.Webhooks.EmitAsync(call.Cloud.Waba(waba) ?? throw new KeyNotFoundException("There is no account with this id."), call.Body.NeedText("field", 100), Value(call), call.Cancel)
            : call.Cloud.Webhooks.EmitAsync(call.NumberInBody("number"), call.Body.NeedText("field", 100), Value(call), call.Cancel));
        routes.Add("POST", "/webhooks/redeliver", RedeliverAsync);
        routes.Add("POST", "/webhooks/raw", RawAsync);
        routes.Add("POST", "/webhooks/dashboard-test", async call => ScriptJournal.Of(await call.Cloud.Webhooks.SendDashboardTestAsync(call.NumberInBody("number"), call.Cancel).ConfigureAwait(false)));
    }

    private static string Value(ScriptCall call) => call.Body.NeedObject("value").Value.GetRawText();

    private static JsonObject Switch(ScriptCall call)
    {
        var (body, statuses, webhooks) = (call.Body, call.Cloud.Statuses, call.Cloud.Webhooks);
        body.AllowOnly("shuffle", "duplicate", "skipDelivered", "beforeAnswer", "silent", "unknownFields", "unknownTypes");
        statuses.Shuffle = body.FindFlag("shuffle") ?? statuses.Shuffle;
        statuses.Duplicate = body.FindFlag("duplicate") ?? statuses.Duplicate;
        statuses.SkipDelivered = body.FindFlag("skipDelivered") ?? statuses.SkipDelivered;
        statuses.BeforeAnswer = body.FindFlag("beforeAnswer") ?? statuses.BeforeAnswer;
        statuses.Silent = body.FindFlag("silent") ?? statuses.Silent;
        webhooks.HasUnknownFields = body.FindFlag("unknownFields") ?? webhooks.HasUnknownFields;
        webhooks.HasUnknownTypes = body.FindFlag("unknownTypes") ?? webhooks.HasUnknownTypes;
        return new JsonObject
        {
            ["shuffle"] = statuses.Shuffle, ["duplicate"] = statuses.Duplicate, ["skipDelivered"] = statuses.SkipDelivered, ["beforeAnswer"] = statuses.BeforeAnswer,
            ["silent"] = statuses.Silent, ["unknownFields"] = webhooks.HasUnknownFields, ["unknownTypes"] = webhooks.HasUnknownTypes,
        };
    }

    private static async Task<JsonNode?> RedeliverAsync(ScriptCall call)
    {
        var id = call.Body.NeedText("deliveryId", 100);
        var attempt = call.Cloud.Journal.Webhooks.LastOrDefault(attempt => attempt.DeliveryId == id) ?? throw new KeyNotFoundException("The journal has no delivery with this id.");
        var number = call.Cloud.Number(attempt.PhoneNumberId) ?? call.NumberInBody("number");
        return ScriptJournal.Of(await call.Cloud.Webhooks.RedeliverAsync(number, attempt, call.Cancel).ConfigureAwait(false));
    }

    private static async Task<JsonNode?> RawAsync(ScriptCall call)
    {
        var (number, text) = (call.NumberInBody("number"), call.Body.NeedText("body", 10_000_000));
        var sending = call.Body.Find("signature") is null
            ? call.Cloud.Webhooks.DeliverRawAsync(number, text, call.Cancel)
            : call.Cloud.Webhooks.DeliverRawAsync(number, Encoding.UTF8.GetBytes(text), call.Body.FindText("signature", 500) is { Length: > 0 } signature ? signature : null, call.Cancel);
        return ScriptJournal.Of(await sending.ConfigureAwait(false));
    }
}
