using System.Text;
using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Localization;
using ShopBot.Shopping.Orders;
using WhatsApp.Client;

namespace ShopBot.Shopping;

/// <content>Orders: what became of them, and news of their parcels.</content>
public sealed partial class ShoppingFlow
{
    private const int OrdersShown = 3;
    private const int OrdersRemembered = 10;

    private async Task ShowOrders(Turn<ShoppingState> turn)
    {
        var texts = TextsOf(turn);
        var buyer = new OrderBuyer(turn.Customer, turn.Message?.From.WaId) { KnownOrderIds = turn.State.OrderIds };
        var found = await orders!.GetOrdersAsync(turn.Store, buyer, OrdersShown, turn.Aborted).ConfigureAwait(false);
        if (found.Count == 0)
        {
            await Menu(turn, texts.NoOrders).ConfigureAwait(false);
            return;
        }

        await Menu(turn, string.Join("\n\n", found.Select(order => Describe(texts, order)))).ConfigureAwait(false);
    }

    private static Task TellOfParcel(Turn<ShoppingState> turn, OrderShipped news)
    {
        var texts = TextsOf(turn);
        Remember(turn, news.OrderId);
        var text = new StringBuilder(StageOf(texts, news));
        if (news.Stage is not (ParcelStage.Delivered or ParcelStage.ReadyForPickup))
            Follow(text, [news.Carrier, .. news.TrackingNumbers.Take(3)], news.TrackingLinks);
        return turn.Says(FittedText.Cut(text.ToString(), FittedText.Body));
    }

    private static string Describe(ShoppingTexts texts, OrderCard order)
    {
        var text = new StringBuilder(texts.OrderLine(order.Name, StateOf(texts, order.State)));
        if (order.Total is { } total)
            text.Append(" · ").Append(total.Format(texts.Culture));
        if (order.State is OrderState.PartlySent or OrderState.Sent)
        {
            foreach (var parcel in order.Parcels.Take(OrdersShown))
                Follow(text, [parcel.Carrier, parcel.Number], parcel.Link is { } link ? [link.AbsoluteUri] : []);
        }

        return text.ToString();
    }

    private static string StageOf(ShoppingTexts texts, OrderShipped news) => news.Stage switch
    {
        ParcelStage.OutForDelivery => texts.ParcelOutForDelivery(news.OrderName),
        ParcelStage.Delivered => texts.ParcelDelivered(news.OrderName),
        ParcelStage.DeliveryAttempted => texts.ParcelDeliveryAttempted(news.OrderName),
        ParcelStage.ReadyForPickup => texts.ParcelReadyForPickup(news.OrderName),
        _ => texts.ParcelSent(news.OrderName),
    };

    private static string StateOf(ShoppingTexts texts, OrderState state) => state switch
    {
        OrderState.Open => texts.OrderOpen,
        OrderState.Unpaid => texts.OrderUnpaid,
        OrderState.PartlySent => texts.OrderPartlySent,
        OrderState.Sent => texts.OrderSent,
        OrderState.Delivered => texts.OrderDelivered,
        OrderState.Cancelled => texts.OrderCancelled,
        _ => texts.OrderOther,
    };

    private static void Follow(StringBuilder text, IEnumerable<string?> facts, IReadOnlyList<string> links)
    {
        var line = string.Join(' ', facts.Where(fact => !string.IsNullOrWhiteSpace(fact)));
        if (line.Length > 0)
            text.Append('\n').Append(line);
        foreach (var link in links.Take(OrdersShown))
            text.Append('\n').Append(link);
    }

    private static void Remember(Turn<ShoppingState> turn, string? orderId)
    {
        if (orderId is not null && !turn.State.OrderIds.Contains(orderId))
            turn.State = turn.State with { OrderIds = [.. turn.State.OrderIds.TakeLast(OrdersRemembered - 1), orderId] };
    }
}
