using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace WhatsApp.Emulator;

/// <summary>A small JSON API for the phone page and for tests in other languages. Changes need a JSON body, which keeps foreign web pages out.</summary>
internal static class ControlApi
{
    public static void Map(IEndpointRouteBuilder endpoints, EmulatedCloud cloud)
    {
        endpoints.MapGet("/phones", (RequestDelegate)(context => WriteAsync(context, new JsonArray([.. cloud.Phones.Select(ChatJson.Of)]))));
        endpoints.MapGet("/phones/{phone}/chats", (RequestDelegate)(context => ListChatsAsync(context, cloud)));
        endpoints.MapGet("/phones/{phone}/chats/{number}", (RequestDelegate)(context => WithChat(context, cloud, ShowChatAsync)));
        endpoints.MapPost("/phones/{phone}/chats/{number}/messages", (RequestDelegate)(context => WithChat(context, cloud, SayAsync)));
        endpoints.MapPost("/phones/{phone}/chats/{number}/taps", (RequestDelegate)(context => WithChat(context, cloud, TapAsync)));
        endpoints.MapPost("/phones/{phone}/chats/{number}/read", (RequestDelegate)(context => WithChat(context, cloud, ReadAsync)));
        endpoints.MapGet("/phones/{phone}/events", (RequestDelegate)(context => PhoneEvents.StreamOneAsync(context, cloud)));
        endpoints.MapGet("/media/{id}", (RequestDelegate)(context => MediaAsync(context, cloud)));
        PageApi.Map(endpoints, cloud);
        TrafficApi.Map(endpoints, cloud);
    }

    public static Task WriteAsync(HttpContext context, JsonNode body)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
    }

    private static Task ListChatsAsync(HttpContext context, EmulatedCloud cloud) =>
        cloud.PhoneById(Route(context, "phone")) is { } phone
            ? WriteAsync(context, new JsonArray([.. cloud.Numbers.Select(number => ChatJson.Of(number, phone))]))
            : NotFound(context);

    private static Task ShowChatAsync(HttpContext context, EmulatedPhone phone, EmulatedNumber number)
    {
        var chat = ChatJson.Of(number, phone);
        chat["messages"] = new JsonArray([.. phone.Chat(number).Select(ChatJson.Of)]);
        return WriteAsync(context, chat);
    }

    private static async Task SayAsync(HttpContext context, EmulatedPhone phone, EmulatedNumber number)
    {
        var body = await BodyAsync(context).ConfigureAwait(false);
        var sending = body is null ? null
            : Text(body, "text") is { Length: > 0 } text ? phone.SayAsync(number, text, Text(body, "quotedId"), context.RequestAborted)
            : Text(body, "type") is { Length: > 0 } type && body["payload"] is { } payload ? phone.SendPayloadAsync(number, type, payload, Text(body, "quotedId"), context.RequestAborted)
            : null;
        if (sending is null)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await WriteAsync(context, ChatJson.Of(await sending.ConfigureAwait(false))).ConfigureAwait(false);
    }

    private static async Task TapAsync(HttpContext context, EmulatedPhone phone, EmulatedNumber number)
    {
        if (await BodyAsync(context).ConfigureAwait(false) is not { } body || Text(body, "messageId") is not { } messageId || Text(body, "id") is not { } id)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        try
        {
            await WriteAsync(context, ChatJson.Of(await phone.TapAsync(number, messageId, id, context.RequestAborted).ConfigureAwait(false))).ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private static async Task ReadAsync(HttpContext context, EmulatedPhone phone, EmulatedNumber number)
    {
        if (await BodyAsync(context).ConfigureAwait(false) is null)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await phone.ReadAsync(number).ConfigureAwait(false);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async Task MediaAsync(HttpContext context, EmulatedCloud cloud)
    {
        if (cloud.Media.Find(Route(context, "id")) is not { } item)
        {
            await NotFound(context).ConfigureAwait(false);
            return;
        }

        context.Response.ContentType = item.MimeType;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "sandbox";
        await context.Response.Body.WriteAsync(item.Content, context.RequestAborted).ConfigureAwait(false);
    }

    public static Task WithChat(HttpContext context, EmulatedCloud cloud, Func<HttpContext, EmulatedPhone, EmulatedNumber, Task> handle) =>
        cloud.PhoneById(Route(context, "phone")) is { } phone && cloud.Number(Route(context, "number")) is { } number
            ? handle(context, phone, number)
            : NotFound(context);

    public static async Task<JsonObject?> BodyAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
            return null;
        try
        {
            return await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted).ConfigureAwait(false) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    public static string? Text(JsonObject body, string name) => body[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static string Route(HttpContext context, string name) => context.Request.RouteValues[name] as string ?? "";

    public static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
