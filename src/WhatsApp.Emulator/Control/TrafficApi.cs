using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace WhatsApp.Emulator;

/// <summary>What the developer's pane asks for: the traffic, one entry whole, a webhook again in another shape, and the switches of statuses.</summary>
internal static class TrafficApi
{
    private const int MaxCopies = 20;
    private const double MaxDelaySeconds = 3_600;

    public static void Map(IEndpointRouteBuilder endpoints, EmulatedCloud cloud)
    {
        endpoints.MapGet("/traffic", (RequestDelegate)(context => ListAsync(context, cloud)));
        endpoints.MapGet("/traffic/{id:long}", (RequestDelegate)(context => ShowAsync(context, cloud)));
        endpoints.MapPost("/traffic/{id:long}/replays", (RequestDelegate)(context => ReplayAsync(context, cloud)));
        endpoints.MapGet("/status-switches", (RequestDelegate)(context => ControlApi.WriteAsync(context, Switches(cloud.Statuses))));
        endpoints.MapPost("/status-switches", (RequestDelegate)(context => SwitchAsync(context, cloud.Statuses)));
    }

    private static Task ListAsync(HttpContext context, EmulatedCloud cloud)
    {
        _ = long.TryParse(context.Request.Query["after"], out var after);
        return ControlApi.WriteAsync(context, new JsonArray([.. cloud.Traffic.After(after).Select(TrafficJson.Summary)]));
    }

    private static Task ShowAsync(HttpContext context, EmulatedCloud cloud) =>
        Entry(context, cloud) is { } entry ? ControlApi.WriteAsync(context, TrafficJson.Whole(entry)) : ControlApi.NotFound(context);

    private static async Task ReplayAsync(HttpContext context, EmulatedCloud cloud)
    {
        if (await ControlApi.BodyAsync(context).ConfigureAwait(false) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (Entry(context, cloud)?.Attempt is not { } attempt || cloud.Number(attempt.PhoneNumberId) is not { } number)
        {
            await ControlApi.NotFound(context).ConfigureAwait(false);
            return;
        }

        var times = Number(body, "times", 1);
        var delay = Number(body, "delaySeconds", 0);
        if (times is < 1 or > MaxCopies || delay is < 0 or > MaxDelaySeconds || number.Waba.CallbackFor(number, number.App) is null)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var bytes = ControlApi.Text(body, "body") is { } text ? Encoding.UTF8.GetBytes(text) : attempt.Body.ToArray();
        var signature = ControlApi.Text(body, "signature") switch
        {
            "sign" => WebhookSignature.Of(bytes, number.App.Secret),
            "wrong" => WebhookSignature.Of(bytes, number.App.Secret + "?"),
            "none" => null,
            _ => attempt.Signature,
        };
        cloud.Work.Run(async stopping =>
        {
            if (delay > 0)
                await Task.Delay(TimeSpan.FromSeconds(delay), cloud.Time, stopping).ConfigureAwait(false);
            await Task.WhenAll(Enumerable.Range(0, (int)times).Select(_ => cloud.Sender.PostOnceAsync(number, bytes, signature, stopping))).ConfigureAwait(false);
        });
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private static async Task SwitchAsync(HttpContext context, StatusSwitches switches)
    {
        if (await ControlApi.BodyAsync(context).ConfigureAwait(false) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        switches.Shuffle = Flag(body, "shuffle", switches.Shuffle);
        switches.Duplicate = Flag(body, "duplicate", switches.Duplicate);
        switches.SkipDelivered = Flag(body, "skipDelivered", switches.SkipDelivered);
        switches.BeforeAnswer = Flag(body, "beforeAnswer", switches.BeforeAnswer);
        switches.Silent = Flag(body, "silent", switches.Silent);
        await ControlApi.WriteAsync(context, Switches(switches)).ConfigureAwait(false);
    }

    private static JsonObject Switches(StatusSwitches switches) => new()
    {
        ["shuffle"] = switches.Shuffle,
        ["duplicate"] = switches.Duplicate,
        ["skipDelivered"] = switches.SkipDelivered,
        ["beforeAnswer"] = switches.BeforeAnswer,
        ["silent"] = switches.Silent,
    };

    private static TrafficLog.Entry? Entry(HttpContext context, EmulatedCloud cloud) =>
        cloud.Traffic.Find(long.Parse(ControlApi.Route(context, "id"), System.Globalization.CultureInfo.InvariantCulture));

    private static double Number(JsonObject body, string name, double otherwise) =>
        body[name] is JsonValue value && value.TryGetValue(out double number) ? number : otherwise;

    private static bool Flag(JsonObject body, string name, bool otherwise) =>
        body[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : otherwise;
}
