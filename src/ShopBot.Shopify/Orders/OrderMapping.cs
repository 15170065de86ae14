using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Orders;
using Shopify.Client;

namespace ShopBot.Shopify.Orders;

/// <summary>From Shopify's orders to the shopping contract.</summary>
internal static class OrderMapping
{
    public static OrderCard ToCard(OrderSummary order) => new(
        order.Id,
        order.Name,
        State(order.CancelledAt, order.DisplayFinancialStatus, order.DisplayFulfillmentStatus, [.. order.Fulfillments.Select(static parcel => parcel.DisplayStatus)]))
    {
        PlacedAt = order.ProcessedAt,
        Total = ToMoney(order.CurrentTotalPrice),
        Parcels = [.. order.Fulfillments.SelectMany(static parcel => parcel.TrackingInfo).Select(ToParcel)],
    };

    public static OrderCard ToCard(Order order) => new(
        order.Id,
        order.Name,
        State(order.CancelledAt, order.DisplayFinancialStatus, order.DisplayFulfillmentStatus, [.. order.Fulfillments.Select(static parcel => parcel.DisplayStatus)]))
    {
        PlacedAt = order.ProcessedAt,
        Total = ToMoney(order.CurrentTotalPrice),
        Parcels = [.. order.Fulfillments.SelectMany(static parcel => parcel.TrackingInfo).Select(ToParcel)],
    };

    private static OrderState State(
        DateTimeOffset? cancelledAt,
        OrderDisplayFinancialStatus? payment,
        OrderDisplayFulfillmentStatus delivery,
        IReadOnlyList<FulfillmentDisplayStatus?> parcels)
    {
        if (cancelledAt is not null)
            return OrderState.Cancelled;
        if (delivery == OrderDisplayFulfillmentStatus.Fulfilled)
            return parcels.Count > 0 && parcels.All(static parcel => parcel == FulfillmentDisplayStatus.Delivered) ? OrderState.Delivered : OrderState.Sent;
        if (delivery == OrderDisplayFulfillmentStatus.PartiallyFulfilled)
            return OrderState.PartlySent;
        if (payment == OrderDisplayFinancialStatus.Pending)
            return OrderState.Unpaid;
        return IsWaiting(delivery) ? OrderState.Open : OrderState.Other;
    }

    private static bool IsWaiting(OrderDisplayFulfillmentStatus delivery) =>
        delivery == OrderDisplayFulfillmentStatus.Unfulfilled || delivery == OrderDisplayFulfillmentStatus.InProgress
        || delivery == OrderDisplayFulfillmentStatus.OnHold || delivery == OrderDisplayFulfillmentStatus.Scheduled
        || delivery == OrderDisplayFulfillmentStatus.PendingFulfillment || delivery == OrderDisplayFulfillmentStatus.Open;

    private static OrderParcel ToParcel(TrackingInfo tracking) => new(tracking.Company, tracking.Number, ToLink(tracking.Url));

    /// <summary>Merchants and carriers type these in; only what opens as a page is passed on.</summary>
    private static Uri? ToLink(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp) ? link : null;

    private static Money? ToMoney(MoneyV2? money) => money is null ? null : new Money(money.Amount, money.CurrencyCode);
}
