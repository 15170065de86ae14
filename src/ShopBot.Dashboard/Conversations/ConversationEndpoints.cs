using System.Globalization;
using Microsoft.AspNetCore.Http;
using ShopBot.Dashboard.Pages;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Desk;
using ShopBot.Engine.Storage;
using ShopBot.Shopping.Settings;

namespace ShopBot.Dashboard;

/// <summary>The owner's inbox: conversations, and answering in one.</summary>
internal static class ConversationEndpoints
{
    private const int ListPage = 25;
    private const int TalkPage = 80;
    private const int LongestReply = 4096;

    public static async Task<IResult> ListAsync(HttpContext context, StoreDesk desk, TimeProvider time, string? show, string? before, CancellationToken cancellationToken)
    {
        LaneControl? control = show switch { "people" => LaneControl.Human, "muted" => LaneControl.Muted, _ => null };
        var list = await desk.ListAsync(context.Owner(), new LaneFilter(control), Time(before), ListPage, cancellationToken).ConfigureAwait(false);
        return Answers.Page<ConversationsPage>(context, new ConversationsPageModel
        {
            Conversations = list,
            Show = control is null ? "" : show!,
            Before = before,
            Next = list.Count == ListPage ? list[^1].LastActivityAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) : null,
            Now = time.GetUtcNow(),
        });
    }

    public static async Task<IResult> ShowAsync(HttpContext context, StoreDesk desk, TimeProvider time, string customer, string? before, CancellationToken cancellationToken)
    {
        var store = context.Owner();
        if (OwnerRequest.CustomerOf(customer) is not { } id || await desk.FindAsync(store, id, cancellationToken).ConfigureAwait(false) is not { } conversation)
            return Answers.NotFound(context);
        var messages = await desk.ReadAsync(store, id, Time(before), TalkPage, cancellationToken).ConfigureAwait(false);
        return Answers.Page<ConversationPage>(context, new ConversationPageModel
        {
            Conversation = conversation,
            Messages = [.. messages.Reverse()],
            Older = messages.Count > 0 && messages.Count >= TalkPage / 2 ? messages[^1].At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) : null,
            Now = time.GetUtcNow(),
            BotOn = store.WhatsAppEnabled,
        });
    }

    public static async Task<IResult> ReplyAsync(HttpContext context, StoreDesk desk, IShopSettings settings, string customer, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken).ConfigureAwait(false);
        var text = form["text"].ToString().Trim();
        if (text.Length is 0 or > LongestReply)
            return Answers.Problem(context, $"A message has 1 to {LongestReply:N0} characters.", StatusCodes.Status400BadRequest);
        var idle = (await settings.GetAsync(context.Owner().Id, cancellationToken).ConfigureAwait(false)).HandOffEndsAfter;
        return await ActAsync(context, customer, id => desk.ReplyAsync(context.Owner(), id, text, OwnerRequest.KeyOf(form), idle, cancellationToken)).ConfigureAwait(false);
    }

    public static async Task<IResult> ControlAsync(HttpContext context, StoreDesk desk, IShopSettings settings, string customer, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken).ConfigureAwait(false);
        var control = form["control"].ToString() switch { "person" => LaneControl.Human, "bot" => LaneControl.Bot, _ => (LaneControl?)null };
        if (control is not { } wanted)
            return Answers.Problem(context, "Say who is to answer.", StatusCodes.Status400BadRequest);
        var idle = (await settings.GetAsync(context.Owner().Id, cancellationToken).ConfigureAwait(false)).HandOffEndsAfter;
        return await ActAsync(context, customer, id => desk.SetControlAsync(context.Owner(), id, wanted, OwnerRequest.KeyOf(form), idle, cancellationToken)).ConfigureAwait(false);
    }

    private static async Task<IResult> ActAsync(HttpContext context, string customer, Func<CustomerId, Task<bool>> act) =>
        OwnerRequest.CustomerOf(customer) is { } id && await act(id).ConfigureAwait(false)
            ? Results.Redirect($"/shopify/admin/conversations/{id}")
            : Answers.NotFound(context);

    private static DateTimeOffset? Time(string? milliseconds) =>
        long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value < 253_402_300_000_000 ? DateTimeOffset.FromUnixTimeMilliseconds(value) : null;
}
