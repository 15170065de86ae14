using System.Text.Json.Serialization;

namespace ShopBot.Shopping.Orders;

/// <summary>An order made in the chat was paid. Enters the customer's lane as the external event <see cref="Kind"/>.</summary>
/// <param name="OrderName">The number the customer sees, such as <c>#1001</c>.</param>
/// <param name="VariantIds">What was bought; taken out of the cart.</param>
public sealed record OrderPaid(
    [property: JsonPropertyName("order_name")] string OrderName,
    [property: JsonPropertyName("variant_ids")] IReadOnlyList<string> VariantIds)
{
    /// <summary>The event's kind.</summary>
    public const string Kind = "order.paid";

    /// <summary>The order's id in the shop; null when not told.</summary>
    [JsonPropertyName("order_id")]
    public string? OrderId { get; init; }

    /// <summary>What was paid, in <see cref="Currency"/>; null when not told.</summary>
    [JsonPropertyName("total")]
    public decimal? Total { get; init; }

    /// <summary>ISO 4217 code of the shop currency; null when not told.</summary>
    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    /// <summary>What was bought, by product; empty when not told.</summary>
    [JsonPropertyName("products")]
    public IReadOnlyList<OrderedProduct>? Products { get; init; }

    /// <summary>The token of the cart it came of; null when not told.</summary>
    [JsonPropertyName("cart_token")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CartToken { get; init; }

    /// <summary>How the order's customer was found: <c>phone</c> or <c>cart</c> (it came of the chat's cart); null for <c>reference</c> (it carries the chat's id).</summary>
    [JsonPropertyName("matched_by")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MatchedBy { get; init; }
}
