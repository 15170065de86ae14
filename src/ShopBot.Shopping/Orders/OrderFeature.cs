using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Browse;
using ShopBot.Shopping.Cart;
using ShopBot.Shopping.Events;
using ShopBot.Shopping.Greeting;
using ShopBot.Shopping.Reminders;
using ShopBot.Shopping.Settings;
using WhatsApp.Client;

namespace ShopBot.Shopping.Orders;

/// <summary>Thanks for an order, news of its parcels, where it is, what was ordered before, and the same again.</summary>
internal sealed class OrderFeature(ShopDesk desk) : IShopFeature
{
    private const int OrdersShown = 10;
    private const int OrdersTold = 3;
    private const int OrdersRemembered = 10;

    public void Map(ShopMap shop)
    {
        shop.Event<OrderPaid>(OrderPaid.Kind, ThankAsync);
        shop.Event<OrderShipped>(OrderShipped.Kind, TellOfParcelAsync);
        shop.Tap<OpenOrders>((turn, _) => ListAsync(turn), "Tells where the customer's orders are.");
        shop.Tap<OpenOrder>(ShowAsync);
        shop.Tap<Reorder>(ReorderAsync);
        shop.Says("WordsOrders", (turn, number) => number.Length > 0 ? turn.Follow(new OpenOrder(number)) : turn.Follow(new OpenOrders()));
        shop.Says("WordsReorder", (turn, _) => turn.Follow(new Reorder("")));
    }

    private async Task ThankAsync(Turn<ShoppingState> turn, OrderPaid order)
    {
        var ofCart = order.MatchedBy == "cart" || order.CartToken is { } token && turn.State.CartTokens.Contains(token);
        // The same number bought something: that is the chat's doing when it came of one of its carts, a checkout of it was open, or it had just that in its cart.
        if (order.MatchedBy == "phone" && !ofCart && turn.State.Checkout is null && !turn.State.Cart.Lines.Any(line => order.VariantIds.Contains(line.VariantId)))
            return;
        await desk.LoadSettingsAsync(turn.Context).ConfigureAwait(false);
        var texts = ShopDesk.TextsOf(turn);
        ShopDesk.Put(turn, turn.State.Cart.Remove([.. order.VariantIds]));
        ReminderFeature.Stop(turn);
        Remember(turn, order.OrderId);
        turn.Raise(OrderPaid.Kind, order);
        turn.Raise(OrderAttributed.Kind, new OrderAttributed(order.OrderId, order.OrderName, order.MatchedBy is null ? "reference" : ofCart ? "cart" : order.MatchedBy, order.MatchedBy is null || ofCart ? "certain" : "likely"));
        List<ReplyButton> buttons = [turn.Button(texts.ButtonKeepShopping, new OpenShop())];
        if (desk.Orders is not null)
            buttons.Insert(0, turn.Button(texts.ButtonOrders, new OpenOrders()));
        Notices.Send(turn, TemplatePurpose.OrderPaid, new ReplyButtonsMessage(texts.ThankYou(order.OrderName), buttons), order.OrderName);
    }

    private async Task TellOfParcelAsync(Turn<ShoppingState> turn, OrderShipped news)
    {
        // The same number bought elsewhere: no news of that was asked for in the chat.
        if (news.MatchedBy == "phone" && (news.OrderId is not { } id || !turn.State.OrderIds.Contains(id)))
            return;
        await desk.LoadSettingsAsync(turn.Context).ConfigureAwait(false);
        Remember(turn, news.OrderId);
        Notices.Send(turn, TemplatePurpose.OrderShipped, new TextMessage(OrderTexts.Describe(ShopDesk.TextsOf(turn), news)), news.OrderName);
    }

    private async Task ListAsync(Turn<ShoppingState> turn)
    {
        var texts = ShopDesk.TextsOf(turn);
        var found = desk.Orders is { } orders
            ? await orders.GetOrdersAsync(turn.Store, Buyer(turn), OrdersShown, turn.Aborted).ConfigureAwait(false)
            : [];
        if (found.Count == 0)
        {
            await GreetingFeature.Menu(turn, texts.NoOrders).ConfigureAwait(false);
            return;
        }

        if (found.Count == 1)
        {
            Card(turn, found[0]);
            return;
        }

        var told = string.Join("\n\n", found.Take(OrdersTold).Select(order => OrderTexts.Describe(texts, order)));
        var titles = FittedText.Distinct(found.Select(order => order.Name), FittedText.RowTitle);
        var rows = found.Take(OrdersShown).Select((order, i) => turn.Row(titles[i], new OpenOrder(order.Name), BrowseFeature.Hint(OrderTexts.StateOf(texts, order.State))));
        turn.Reply(new ListMessage(FittedText.Cut($"{told}\n\n{texts.AskOrder}", FittedText.Body), texts.ListOrders, [new ListSection(null, [.. rows])]));
    }

    private async Task ShowAsync(Turn<ShoppingState> turn, OpenOrder tap)
    {
        if (desk.Orders is { } orders && await orders.FindOrderAsync(turn.Store, Buyer(turn), tap.Name, turn.Aborted).ConfigureAwait(false) is { } order)
            Card(turn, order);
        else
            await GreetingFeature.Menu(turn, ShopDesk.TextsOf(turn).NoOrders).ConfigureAwait(false);
    }

    private static void Card(Turn<ShoppingState> turn, OrderCard order)
    {
        var texts = ShopDesk.TextsOf(turn);
        turn.Reply(new ReplyButtonsMessage(
            FittedText.Cut(OrderTexts.Describe(texts, order), FittedText.Body),
            [turn.Button(texts.ButtonReorder, new Reorder(order.Id)), turn.Button(texts.ButtonPerson, new TalkToPerson()), turn.Button(texts.ButtonBrowse, new OpenShop())]));
    }

    private async Task ReorderAsync(Turn<ShoppingState> turn, Reorder tap)
    {
        var texts = ShopDesk.TextsOf(turn);
        var lines = await LinesAsync(turn, tap.Id).ConfigureAwait(false);
        if (lines.Count == 0)
        {
            await GreetingFeature.Menu(turn, texts.NoOrders).ConfigureAwait(false);
            return;
        }

        var offers = await desk.OffersAsync(turn, [.. lines.Select(line => line.VariantId)]).ConfigureAwait(false);
        await NativeOrderFeature.TakeAsync(turn, desk, [.. lines.Select(line => (line.Title, line.Quantity))], offers, texts.Reordered).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<OrderedLine>> LinesAsync(Turn<ShoppingState> turn, string? orderId)
    {
        if (desk.Orders is not { } orders)
            return [];
        var buyer = Buyer(turn);
        if (string.IsNullOrEmpty(orderId))
            orderId = (await orders.GetOrdersAsync(turn.Store, buyer, 1, turn.Aborted).ConfigureAwait(false)) is [var newest, ..] ? newest.Id : null;
        return orderId is null ? [] : [.. (await orders.GetLinesAsync(turn.Store, buyer, orderId, turn.Aborted).ConfigureAwait(false)).Take(ShoppingCart.MaxLines)];
    }

    private static OrderBuyer Buyer(Turn<ShoppingState> turn) => new(turn.Customer, turn.Message?.From.WaId) { KnownOrderIds = turn.State.OrderIds };

    private static void Remember(Turn<ShoppingState> turn, string? orderId)
    {
        if (orderId is not null && !turn.State.OrderIds.Contains(orderId))
            turn.State = turn.State with { OrderIds = [.. turn.State.OrderIds.TakeLast(OrdersRemembered - 1), orderId] };
    }
}
