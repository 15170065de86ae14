using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>Every call and every webhook attempt kept, newest last.</summary>
internal static class ScriptJournal
{
    private const int Default = 100;

    public static void Map(ScriptRoutes routes)
    {
        routes.Add("GET", "/journal/calls", call => new JsonArray([.. call.Cloud.Journal.Calls.TakeLast(Limit(call)).Select(Of)]));
        routes.Add("GET", "/journal/webhooks", call => new JsonArray([.. call.Cloud.Journal.Webhooks.TakeLast(Limit(call)).Select(Of)]));
        routes.Do("DELETE", "/journal", call =>
        {
            call.Cloud.Journal.Clear();
            return Task.CompletedTask;
        });
    }

    public static JsonObject Of(WebhookAttempt attempt) => new()
    {
        ["at"] = attempt.At.ToString("O", CultureInfo.InvariantCulture),
        ["deliveryId"] = attempt.DeliveryId,
        ["attempt"] = attempt.Number,
        ["url"] = attempt.Url.OriginalString,
        ["signature"] = attempt.Signature,
        ["status"] = attempt.Status,
        ["failure"] = attempt.Failure,
        ["milliseconds"] = Math.Round(attempt.Duration.TotalMilliseconds, 3),
        ["body"] = Read(attempt.BodyText),
    };

    private static JsonObject Of(ApiCall call) => new()
    {
        ["at"] = call.At.ToString("O", CultureInfo.InvariantCulture),
        ["method"] = call.Method,
        ["path"] = call.Path,
        ["status"] = call.Status,
        ["milliseconds"] = Math.Round(call.Duration.TotalMilliseconds, 3),
        ["request"] = Read(call.RequestBody),
        ["response"] = Read(call.ResponseBody),
    };

    private static int Limit(ScriptCall call) =>
        int.TryParse(call.Query("limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0 ? limit : Default;

    private static JsonNode? Read(string text)
    {
        if (text.Length == 0)
            return null;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
