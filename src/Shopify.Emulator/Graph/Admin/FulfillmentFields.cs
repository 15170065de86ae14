using Shopify.Emulator.Orders;

namespace Shopify.Emulator.Graph.Admin;

/// <summary>A parcel with its order.</summary>
internal sealed record FulfillmentRow(EmulatedOrder Order, EmulatedFulfillment Parcel)
{
    public DateTimeOffset? TimeOf(string status) => Parcel.Events.FirstOrDefault(e => e.Status == status)?.HappenedAt;
}

/// <summary>Types <c>Fulfillment</c>, <c>FulfillmentEvent</c> and what hangs on them.</summary>
internal static class FulfillmentFields
{
    public static void Add(GraphModel model)
    {
        model.Type<FulfillmentRow>("Fulfillment")
            .Field("id", static f => Gid.Of("Fulfillment", f.Parcel.Id))
            .Field("legacyResourceId", static f => f.Parcel.Id)
            .Field("name", static f => f.Parcel.Name)
            .Field("status", static f => f.Parcel.Status)
            .Field("displayStatus", static f => f.Parcel.Status == "CANCELLED" ? "CANCELED" : f.Parcel.Latest?.Status ?? "FULFILLED")
            .Field("createdAt", static f => f.Parcel.CreatedAt)
            .Field("updatedAt", static f => f.Parcel.UpdatedAt)
            .Field("estimatedDeliveryAt", static f => f.Parcel.Events.LastOrDefault(static e => e.EstimatedDeliveryAt is not null)?.EstimatedDeliveryAt)
            .Field("deliveredAt", static f => f.TimeOf("DELIVERED"))
            .Field("inTransitAt", static f => f.TimeOf("IN_TRANSIT"))
            .Field("requiresShipping", static f => f.Order.Lines.Where(l => f.Parcel.Lines.Any(p => p.Key == l.Id)).Any(static l => l.RequiresShipping))
            .Field("totalQuantity", static f => f.Parcel.Lines.Sum(static l => l.Value))
            .Field("order", static f => f.Order)
            .Field("trackingInfo", static (f, scope) => f.Parcel.TrackingCompany is null && f.Parcel.TrackingNumber is null && f.Parcel.TrackingUrl is null
                ? Array.Empty<TrackingRow>() : new[] { new TrackingRow(f.Parcel) }.Take(scope.Number("first") ?? int.MaxValue))
            .Field("events", static (f, scope) => Page.Of(f.Parcel.Events, scope, static e => e.Id, static e => Sorting.Text(e.HappenedAt)))
            .Field("fulfillmentLineItems", static (f, scope) => Page.Of(f.Parcel.Lines.Select(l => new PartRow(f, l.Key, l.Value)), scope, static p => p.LineId));
        model.Type<TrackingRow>("FulfillmentTrackingInfo")
            .Field("company", static t => t.Parcel.TrackingCompany)
            .Field("number", static t => t.Parcel.TrackingNumber)
            .Field("url", static t => t.Parcel.TrackingUrl);
        model.Type<EmulatedFulfillmentEvent>("FulfillmentEvent")
            .Field("id", static e => Gid.Of("FulfillmentEvent", e.Id))
            .Field("status", static e => e.Status)
            .Field("happenedAt", static e => e.HappenedAt)
            .Field("createdAt", static e => e.HappenedAt)
            .Field("message", static e => e.Message)
            .Field("estimatedDeliveryAt", static e => e.EstimatedDeliveryAt)
            .Field("city", static _ => null)
            .Field("country", static _ => null)
            .Field("province", static _ => null)
            .Field("zip", static _ => null)
            .Field("address1", static _ => null)
            .Field("latitude", static _ => null)
            .Field("longitude", static _ => null);
        model.Type<PartRow>("FulfillmentLineItem")
            .Field("id", static p => Gid.Of("FulfillmentLineItem", (p.Row.Parcel.Id * 100) + p.Row.Parcel.Lines.Index().First(l => l.Item.Key == p.LineId).Index))
            .Field("quantity", static p => p.Quantity)
            .Field("lineItem", static p => new LineItemRow(p.Row.Order, p.Row.Order.Lines.First(l => l.Id == p.LineId)));
    }

    private sealed record TrackingRow(EmulatedFulfillment Parcel);

    private sealed record PartRow(FulfillmentRow Row, long LineId, int Quantity);
}
