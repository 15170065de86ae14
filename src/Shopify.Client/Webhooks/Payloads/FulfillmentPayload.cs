using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>A parcel (<c>fulfillments/create</c>, <c>fulfillments/update</c>).</summary>
public sealed class FulfillmentPayload : ShopifyWebhookPayload
{
    internal FulfillmentPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The numeric id.</summary>
    public long? Id => Json.Long("id");

    /// <summary>The GID of the fulfillment, as GraphQL knows it.</summary>
    public string? AdminGraphqlApiId => Json.Text("admin_graphql_api_id");

    /// <summary>The numeric id of the order.</summary>
    public long? OrderId => Json.Long("order_id");

    /// <summary>Such as <c>#1001-F1</c>.</summary>
    public string? Name => Json.Text("name");

    /// <summary>Such as <c>success</c> or <c>cancelled</c>; an open set.</summary>
    public string? Status => Json.Text("status");

    /// <summary>The carrier's last word, such as <c>in_transit</c> or <c>delivered</c>; null when it said none.</summary>
    public string? ShipmentStatus => Json.Text("shipment_status");

    /// <summary>The carrier.</summary>
    public string? TrackingCompany => Json.Text("tracking_company");

    /// <summary>The tracking numbers.</summary>
    public IReadOnlyList<string> TrackingNumbers => field ??= Json.Texts("tracking_numbers");

    /// <summary>The tracking addresses, in the order of the numbers.</summary>
    public IReadOnlyList<string> TrackingUrls => field ??= Json.Texts("tracking_urls");

    /// <summary>What is in the parcel.</summary>
    public IReadOnlyList<OrderPayloadLine> LineItems => field ??= Json.Items("line_items", static item => new OrderPayloadLine(item));

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt => Json.Time("created_at");

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedAt => Json.Time("updated_at");
}
