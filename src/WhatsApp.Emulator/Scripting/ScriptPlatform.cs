using System.Globalization;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>The clock, idleness, template reviews, sign-up and groups.</summary>
internal static class ScriptPlatform
{
    public static void Map(ScriptRoutes routes)
    {
        routes.Add("GET", "/clock", Clock);
        routes.Add("POST", "/clock", Advance);
        routes.Add("POST", "/idle", WaitForIdleAsync);
        routes.Add("POST", "/templates/{template}", ReviewAsync);
        routes.Add("POST", "/signup", SignUpAsync);
        routes.Do("POST", "/groups/{group}/joins", call => Group(call).JoinAsync(call.Phone(call.Body.NeedText("phone", 100)), call.Cancel));
        routes.Do("POST", "/groups/{group}/leaves", call => Group(call).LeaveAsync(call.Phone(call.Body.NeedText("phone", 100)), call.Cancel));
        routes.Add("POST", "/groups/{group}/says", async call =>
            ScriptState.Of(await call.Phone(call.Body.NeedText("phone", 100)).SaysInGroupAsync(Group(call), call.Body.NeedText("text", 65_536), call.Cancel).ConfigureAwait(false)));
    }

    private static JsonObject Clock(ScriptCall call) => new()
    {
        ["now"] = call.Cloud.Time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), ["aheadSeconds"] = call.Cloud.Time.Ahead.TotalSeconds,
    };

    private static JsonObject Advance(ScriptCall call)
    {
        call.Cloud.Time.Advance(TimeSpan.FromSeconds(call.Body.FindWhole("advanceSeconds", 0, int.MaxValue) ?? throw new GraphException(GraphError.MissingTopLevel("advanceSeconds"))));
        return Clock(call);
    }

    private static async Task<JsonNode?> WaitForIdleAsync(ScriptCall call)
    {
        var seconds = call.Body.FindWhole("timeoutSeconds", 1, 600) ?? 30;
        await call.Cloud.Work.WaitForIdleAsync(call.Cancel).WaitAsync(TimeSpan.FromSeconds(seconds), call.Cancel).ConfigureAwait(false);
        return null;
    }

    private static async Task<JsonNode?> ReviewAsync(ScriptCall call)
    {
        if (call.Cloud.Nodes.GetValueOrDefault(call.Route("template")) is not EmulatedTemplate template)
            throw new KeyNotFoundException("There is no template with this id.");
        await (call.Body.NeedWord("action", "approve", "reject", "pause", "disable", "quality", "category") switch
        {
            "approve" => template.ApproveAsync(call.Cancel),
            "reject" => template.RejectAsync(call.Body.FindText("reason", 200) ?? "INVALID_FORMAT", call.Cancel),
            "pause" => template.PauseAsync(call.Cancel),
            "disable" => template.DisableAsync(call.Cancel),
            "quality" => template.ChangeQualityAsync(call.Body.NeedWord("score", "GREEN", "YELLOW", "RED", "UNKNOWN"), call.Cancel),
            _ => template.RecategorizeAsync(call.Body.NeedWord("category", "MARKETING", "UTILITY", "AUTHENTICATION"), call.Cancel),
        }).ConfigureAwait(false);
        return ScriptState.Of(template);
    }

    private static async Task<JsonNode?> SignUpAsync(ScriptCall call)
    {
        var app = call.Cloud.GetOrAddApp(call.Body.NeedText("appId", 100), call.Body.NeedText("appSecret", 1_000));
        var wabas = call.Body.FindTexts("wabas", 100, 100).Select(id => call.Cloud.Waba(id) ?? throw new KeyNotFoundException("There is no account with this id.")).ToArray();
        return new JsonObject { ["code"] = await call.Cloud.SignUpAsync(app, wabas, call.Cancel).ConfigureAwait(false) };
    }

    private static EmulatedGroup Group(ScriptCall call) =>
        call.Cloud.Nodes.GetValueOrDefault(call.Route("group")) as EmulatedGroup ?? throw new KeyNotFoundException("There is no group with this id.");
}
