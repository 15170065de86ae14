using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace WhatsApp.Emulator;

/// <summary>The part of the control API that only the phone page needs: files, reactions, search and its stream of news.</summary>
internal static class PageApi
{
    /// <summary>A header that a foreign web page cannot send without asking, as an upload has no JSON body to tell by.</summary>
    private const string PageHeader = "X-Emulator-Page";

    private const int MaxHits = 50;

    public static void Map(IEndpointRouteBuilder endpoints, EmulatedCloud cloud)
    {
        endpoints.MapGet("/events", (RequestDelegate)(context => PhoneEvents.StreamPageAsync(context, cloud)));
        endpoints.MapGet("/phones/{phone}/search", (RequestDelegate)(context => SearchAsync(context, cloud)));
        endpoints.MapPost("/phones/{phone}/chats/{number}/files", (RequestDelegate)(context => ControlApi.WithChat(context, cloud, SendFileAsync)));
        endpoints.MapPost("/phones/{phone}/chats/{number}/contact-info", (RequestDelegate)(context => ControlApi.WithChat(context, cloud, ShareNumberAsync)));
        endpoints.MapPost("/phones/{phone}/chats/{number}/reactions", (RequestDelegate)(context => ControlApi.WithChat(context, cloud, ReactAsync)));
    }

    private static Task SearchAsync(HttpContext context, EmulatedCloud cloud)
    {
        if (cloud.PhoneById(ControlApi.Route(context, "phone")) is not { } phone)
            return ControlApi.NotFound(context);
        var words = context.Request.Query["q"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var hits =
            from number in cloud.Numbers
            from message in phone.Chat(number)
            where words.Length > 0 && Array.TrueForAll(words, word => Mentions(message, word))
            orderby message.At descending
            select (number, message);
        return ControlApi.WriteAsync(context, new JsonArray([.. hits.Take(MaxHits).Select(hit => new JsonObject
        {
            ["chat"] = hit.number.PhoneNumberId,
            ["name"] = hit.number.VerifiedName,
            ["message"] = ChatJson.Of(hit.message),
        })]));
    }

    private static bool Mentions(ChatMessage message, string word)
    {
        string?[] texts = [message.Text, message.Header, message.Footer, message.FileName, .. message.Buttons.Select(button => button.Title)];
        return Array.Exists(texts, text => text?.Contains(word, StringComparison.CurrentCultureIgnoreCase) == true);
    }

    private static async Task SendFileAsync(HttpContext context, EmulatedPhone phone, EmulatedNumber number)
    {
        if (!context.Request.Headers.ContainsKey(PageHeader))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted).ConfigureAwait(false);
        var query = context.Request.Query;
        var file = new EmulatedPhone.ReceivedFile(
            buffer.ToArray(),
            string.IsNullOrEmpty(context.Request.ContentType) ? "application/octet-stream" : context.Request.ContentType,
            query["name"].ToString(), query["caption"].ToString(), query["voice"] == "true", query["quotedId"].FirstOrDefault());
        await ControlApi.WriteAsync(context, ChatJson.Of(await phone.SendFileAsync(number, file, context.RequestAborted).ConfigureAwait(false))).ConfigureAwait(false);
    }

    /// <summary>The answer to a request for the phone number; a person without one cannot give it.</summary>
    private static async Task ShareNumberAsync(HttpContext context, EmulatedPhone phone, EmulatedNumber number)
    {
        if (await ControlApi.BodyAsync(context).ConfigureAwait(false) is not { } body || phone.WaId is null)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var request = phone.ChatWith(number).Find(ControlApi.Text(body, "messageId"));
        await ControlApi.WriteAsync(context, ChatJson.Of(await phone.SharesContactInfoAsync(number, request, context.RequestAborted).ConfigureAwait(false))).ConfigureAwait(false);
    }

    private static async Task ReactAsync(HttpContext context, EmulatedPhone phone, EmulatedNumber number)
    {
        var body = await ControlApi.BodyAsync(context).ConfigureAwait(false);
        var message = body is null ? null : phone.ChatWith(number).Find(ControlApi.Text(body, "messageId"));
        if (message is null || ControlApi.Text(body!, "emoji") is not { } emoji)
        {
            context.Response.StatusCode = body is null ? StatusCodes.Status400BadRequest : StatusCodes.Status404NotFound;
            return;
        }

        await phone.ReactsAsync(number, message, emoji, context.RequestAborted).ConfigureAwait(false);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
