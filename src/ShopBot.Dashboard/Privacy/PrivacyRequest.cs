using System.ComponentModel;
using System.Text.Json.Serialization;

namespace ShopBot.Dashboard;

/// <summary>A request of a privacy law as the event log keeps it: ids, nothing personal.</summary>
/// <param name="Topic">Shopify's word for it, such as <c>customers/data_request</c>.</param>
/// <param name="DataRequestId">Shopify's id of the request.</param>
/// <param name="CustomerId">Shopify's id of the customer.</param>
/// <param name="OrderIds">The orders meant.</param>
/// <param name="Customers">Who of the chat it is about.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record PrivacyRequest(
    [property: JsonPropertyName("topic")] string Topic,
    [property: JsonPropertyName("data_request_id")] long? DataRequestId,
    [property: JsonPropertyName("customer_id")] long? CustomerId,
    [property: JsonPropertyName("order_ids")] IReadOnlyList<long>? OrderIds,
    [property: JsonPropertyName("customers")] IReadOnlyList<string>? Customers);
