using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>A parcel inside an <see cref="OrderPayload"/>.</summary>
public sealed class FulfillmentPayloadItem
{
    private readonly JsonElement _json;

    internal FulfillmentPayloadItem(JsonElement json) => _json = json;

    /// <summary>The numeric id.</summary>
    public long? Id => _json.Long("id");

    /// <summary>The GID of the fulfillment, as GraphQL knows it.</summary>
    public string? AdminGraphqlApiId => _json.Text("admin_graphql_api_id");

    /// <summary>The numeric id of the order.</summary>
    public long? OrderId => _json.Long("order_id");

    /// <summary>Such as <c>#1001-F1</c>.</summary>
    public string? Name => _json.Text("name");

    /// <summary>Such as <c>success</c> or <c>cancelled</c>; an open set.</summary>
    public string? Status => _json.Text("status");

    /// <summary>The carrier's last word, such as <c>in_transit</c> or <c>delivered</c>; null when it said none.</summary>
    public string? ShipmentStatus => _json.Text("shipment_status");

    /// <summary>The carrier.</summary>
    public string? TrackingCompany => _json.Text("tracking_company");

    /// <summary>The tracking numbers.</summary>
    public IReadOnlyList<string> TrackingNumbers => field ??= _json.Texts("tracking_numbers");

    /// <summary>The tracking addresses, in the order of the numbers.</summary>
    public IReadOnlyList<string> TrackingUrls => field ??= _json.Texts("tracking_urls");

    /// <summary>What is in the parcel.</summary>
    public IReadOnlyList<OrderPayloadLine> LineItems => field ??= _json.Items("line_items", static item => new OrderPayloadLine(item));

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt => _json.Time("created_at");

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedAt => _json.Time("updated_at");

    /// <summary>The kind only.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(FulfillmentPayloadItem);
}
