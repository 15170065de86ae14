using System.Text;
using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Localization;

namespace ShopBot.Shopping.Orders;

/// <summary>Orders and parcels in words.</summary>
internal static class OrderTexts
{
    private const int MostParcels = 3;

    public static string Describe(ShoppingTexts texts, OrderCard order)
    {
        var text = new StringBuilder(texts.OrderLine(order.Name, StateOf(texts, order.State)));
        if (order.Total is { } total)
            text.Append(" · ").Append(total.Format(texts.Culture));
        if (order.State is OrderState.PartlySent or OrderState.Sent)
        {
            foreach (var parcel in order.Parcels.Take(MostParcels))
                Follow(text, [parcel.Carrier, parcel.Number], parcel.Link is { } link ? [link.AbsoluteUri] : []);
        }

        return text.ToString();
    }

    public static string Describe(ShoppingTexts texts, OrderShipped news)
    {
        var text = new StringBuilder(StageOf(texts, news));
        if (news.Stage is not (ParcelStage.Delivered or ParcelStage.ReadyForPickup))
            Follow(text, [news.Carrier, .. (news.TrackingNumbers ?? []).Take(MostParcels)], news.TrackingLinks ?? []);
        return FittedText.Cut(text.ToString(), FittedText.Body);
    }

    public static string StateOf(ShoppingTexts texts, OrderState state) => state switch
    {
        OrderState.Open => texts.OrderOpen,
        OrderState.Unpaid => texts.OrderUnpaid,
        OrderState.PartlySent => texts.OrderPartlySent,
        OrderState.Sent => texts.OrderSent,
        OrderState.Delivered => texts.OrderDelivered,
        OrderState.Cancelled => texts.OrderCancelled,
        _ => texts.OrderOther,
    };

    private static string StageOf(ShoppingTexts texts, OrderShipped news) => news.Stage switch
    {
        ParcelStage.OutForDelivery => texts.ParcelOutForDelivery(news.OrderName),
        ParcelStage.Delivered => texts.ParcelDelivered(news.OrderName),
        ParcelStage.DeliveryAttempted => texts.ParcelDeliveryAttempted(news.OrderName),
        ParcelStage.ReadyForPickup => texts.ParcelReadyForPickup(news.OrderName),
        _ => texts.ParcelSent(news.OrderName),
    };

    private static void Follow(StringBuilder text, IEnumerable<string?> facts, IReadOnlyList<string> links)
    {
        var line = string.Join(' ', facts.Where(fact => !string.IsNullOrWhiteSpace(fact)));
        if (line.Length > 0)
            text.Append('\n').Append(line);
        foreach (var link in links.Take(MostParcels))
            text.Append('\n').Append(link);
    }
}
