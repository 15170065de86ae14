using Shopify.Emulator.Webhooks;

namespace Shopify.Emulator.Orders;

/// <summary>What a warehouse and a carrier do to orders, and cancelling.</summary>
internal sealed class Fulfiller(EmulatedShop shop)
{
    private const long FirstId = 5_904_100_000_001;
    private const long FirstEventId = 33_260_700_000_001;

    private long _made = -1;
    private long _events = -1;

    /// <summary>Sends what is still to be sent (or the pieces given) of an order in one parcel.</summary>
    public EmulatedFulfillment Ship(long orderId, string? company, string? number, string? url, IReadOnlyDictionary<long, int>? pieces)
    {
        var order = Named(orderId);
        if (order.CancelledAt is not null) throw new InvalidOperationException($"Order {order.Name} is cancelled.");
        List<KeyValuePair<long, int>> lines =
        [
            .. order.Lines.Select(l => KeyValuePair.Create(l.Id, pieces is null ? order.Unfulfilled(l) : pieces.GetValueOrDefault(l.Id)))
                .Where(static l => l.Value > 0),
        ];
        if (lines.Count == 0 || lines.Exists(l => l.Value > order.Unfulfilled(order.Lines.First(x => x.Id == l.Key))))
            throw new InvalidOperationException($"Order {order.Name} has nothing of that left to send.");
        var now = shop.Now();
        var made = new EmulatedFulfillment
        {
            Id = FirstId + Interlocked.Increment(ref _made),
            Name = $"{order.Name}-F{order.Fulfillments.Count + 1}",
            TrackingCompany = company,
            TrackingNumber = number,
            TrackingUrl = url,
            Lines = lines,
            CreatedAt = now,
            UpdatedAt = now,
        };
        var after = order with { Fulfillments = [.. order.Fulfillments, made] };
        shop.OrderBook.Change(orderId, o => o with { Fulfillments = [.. o.Fulfillments, made] },
            after.FulfillmentStatus == "FULFILLED" ? "orders/fulfilled" : "orders/partially_fulfilled");
        shop.Publish("fulfillments/create", FulfillmentPayload.Of(shop, after, made));
        return made;
    }

    /// <summary>Adds a step of the carrier to a parcel.</summary>
    public EmulatedFulfillmentEvent Report(long fulfillmentId, string status, string? message, DateTimeOffset? estimatedDeliveryAt)
    {
        var order = shop.Orders.FirstOrDefault(o => o.Fulfillments.Any(f => f.Id == fulfillmentId))
            ?? throw new ArgumentException($"No fulfillment has the id {fulfillmentId}.", nameof(fulfillmentId));
        var step = new EmulatedFulfillmentEvent
        {
            Id = FirstEventId + Interlocked.Increment(ref _events),
            Status = status,
            HappenedAt = shop.Now(),
            Message = message,
            EstimatedDeliveryAt = estimatedDeliveryAt,
        };
        var changed = ChangeFulfillment(order.Id, fulfillmentId, f => f with { Events = [.. f.Events, step] });
        var parcel = changed.Fulfillments.First(f => f.Id == fulfillmentId);
        shop.Publish("fulfillment_events/create", FulfillmentPayload.Event(shop, changed, parcel, step));
        shop.Publish("fulfillments/update", FulfillmentPayload.Of(shop, changed, parcel));
        return step;
    }

    /// <summary>Corrects the tracking of a parcel.</summary>
    public EmulatedFulfillment Track(long fulfillmentId, string? company, string? number, string? url)
    {
        var order = shop.Orders.FirstOrDefault(o => o.Fulfillments.Any(f => f.Id == fulfillmentId))
            ?? throw new ArgumentException($"No fulfillment has the id {fulfillmentId}.", nameof(fulfillmentId));
        var changed = ChangeFulfillment(order.Id, fulfillmentId, f => f with { TrackingCompany = company, TrackingNumber = number, TrackingUrl = url });
        var parcel = changed.Fulfillments.First(f => f.Id == fulfillmentId);
        shop.Publish("fulfillments/update", FulfillmentPayload.Of(shop, changed, parcel));
        return parcel;
    }

    /// <summary>Cancels an order: gives the money and the stock back.</summary>
    public EmulatedOrder Cancel(long orderId, string reason)
    {
        var order = Named(orderId);
        if (order.CancelledAt is not null || order.LiveFulfillments.Any()) throw new InvalidOperationException($"Order {order.Name} can no longer be cancelled.");
        var changed = shop.OrderBook.Change(orderId, o => o with
        {
            CancelledAt = shop.Now(),
            CancelReason = reason,
            FinancialStatus = o.FinancialStatus == "PAID" ? "REFUNDED" : "VOIDED",
        }, "orders/cancelled")!;
        shop.TryTakeStock([.. order.Lines.Where(static l => l.VariantId != 0).Where(l => shop.FindVariant(l.VariantId) is not null)
            .Select(static l => (l.VariantId, -l.Quantity))], out var back);
        foreach (var change in back) shop.PublishChange(change);
        return changed;
    }

    /// <summary>Marks a pending order as paid.</summary>
    public EmulatedOrder MarkPaid(long orderId)
    {
        if (Named(orderId) is not { FinancialStatus: "PENDING", CancelledAt: null } order) throw new InvalidOperationException("Only a pending order can be paid.");
        return shop.OrderBook.Change(order.Id, static o => o with { FinancialStatus = "PAID" }, "orders/paid")!;
    }

    private EmulatedOrder Named(long id) => shop.OrderBook.Find(id) ?? throw new ArgumentException($"No order has the id {id}.", nameof(id));

    private EmulatedOrder ChangeFulfillment(long orderId, long id, Func<EmulatedFulfillment, EmulatedFulfillment> change) =>
        shop.OrderBook.Change(orderId, o => o with
        {
            Fulfillments = [.. o.Fulfillments.Select(f => f.Id == id ? change(f) with { UpdatedAt = shop.Now() } : f)],
        })!;
}
