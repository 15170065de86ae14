using System.Text.Json.Nodes;
using Shopify.Emulator.Graph;
using Shopify.Emulator.Orders;

namespace Shopify.Emulator.Webhooks;

/// <summary>Bodies of <c>fulfillments/*</c> and <c>fulfillment_events/create</c>.</summary>
internal static class FulfillmentPayload
{
    public static JsonObject Of(EmulatedShop shop, EmulatedOrder order, EmulatedFulfillment parcel) => new()
    {
        ["id"] = parcel.Id,
        ["admin_graphql_api_id"] = Gid.Of("Fulfillment", parcel.Id),
        ["order_id"] = order.Id,
        ["name"] = parcel.Name,
        ["status"] = parcel.Status.ToLowerInvariant(),
        ["shipment_status"] = parcel.Latest?.Status.ToLowerInvariant(),
        ["created_at"] = RestShape.Time(shop, parcel.CreatedAt),
        ["updated_at"] = RestShape.Time(shop, parcel.UpdatedAt),
        ["tracking_company"] = parcel.TrackingCompany,
        ["tracking_number"] = parcel.TrackingNumber,
        ["tracking_numbers"] = List(parcel.TrackingNumber),
        ["tracking_url"] = parcel.TrackingUrl,
        ["tracking_urls"] = List(parcel.TrackingUrl),
        ["email"] = order.Contact.Email,
        ["line_items"] = new JsonArray([.. parcel.Lines.Select(line =>
        {
            var item = OrderPayload.Line(order, order.Lines.First(l => l.Id == line.Key));
            item["quantity"] = line.Value;
            return item;
        })]),
    };

    public static JsonObject Event(EmulatedShop shop, EmulatedOrder order, EmulatedFulfillment parcel, EmulatedFulfillmentEvent step) => new()
    {
        ["id"] = step.Id,
        ["admin_graphql_api_id"] = Gid.Of("FulfillmentEvent", step.Id),
        ["fulfillment_id"] = parcel.Id,
        ["order_id"] = order.Id,
        ["shop_id"] = shop.Id,
        ["status"] = step.Status.ToLowerInvariant(),
        ["message"] = step.Message,
        ["happened_at"] = RestShape.Time(shop, step.HappenedAt),
        ["created_at"] = RestShape.Time(shop, step.HappenedAt),
        ["updated_at"] = RestShape.Time(shop, step.HappenedAt),
        ["estimated_delivery_at"] = RestShape.Time(shop, step.EstimatedDeliveryAt),
    };

    private static JsonArray List(string? value) => value is null ? [] : [value];
}
