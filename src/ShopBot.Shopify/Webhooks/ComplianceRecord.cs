using System.Text.Json.Serialization;

namespace ShopBot.Shopify.Webhooks;

/// <summary>
/// What is kept of a request of a privacy law, as proof and to act on: ids of the shop's own system and of the chat, no name, number or address.
/// </summary>
internal sealed record ComplianceRecord(
    [property: JsonPropertyName("topic")] string Topic,
    [property: JsonPropertyName("data_request_id")] long? DataRequestId,
    [property: JsonPropertyName("customer_id")] long? CustomerId,
    [property: JsonPropertyName("order_ids")] IReadOnlyList<long> OrderIds,
    [property: JsonPropertyName("customers")] IReadOnlyList<string> Customers);
