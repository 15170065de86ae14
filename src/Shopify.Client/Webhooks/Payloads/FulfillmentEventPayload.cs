using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>A step the carrier reported (<c>fulfillment_events/create</c>).</summary>
public sealed class FulfillmentEventPayload : ShopifyWebhookPayload
{
    internal FulfillmentEventPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The numeric id.</summary>
    public long? Id => Json.Long("id");

    /// <summary>The numeric id of the parcel.</summary>
    public long? FulfillmentId => Json.Long("fulfillment_id");

    /// <summary>The numeric id of the order.</summary>
    public long? OrderId => Json.Long("order_id");

    /// <summary>Such as <c>out_for_delivery</c> or <c>delivered</c>; an open set.</summary>
    public string? Status => Json.Text("status");

    /// <summary>The carrier's words.</summary>
    public string? Message => Json.Text("message");

    /// <summary>When it happened.</summary>
    public DateTimeOffset? HappenedAt => Json.Time("happened_at");

    /// <summary>When the parcel is expected.</summary>
    public DateTimeOffset? EstimatedDeliveryAt => Json.Time("estimated_delivery_at");
}
