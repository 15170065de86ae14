using System.Text.Json.Serialization;

namespace ShopBot.Shopping.CashOnDelivery;

/// <summary>A customer placed an order to be paid on delivery. Enters the customer's lane as the external event <see cref="Kind"/>.</summary>
/// <param name="OrderId">Its id in the shop.</param>
/// <param name="OrderName">The number the customer sees, such as <c>#1001</c>.</param>
/// <param name="Total">What is to be paid, in <paramref name="Currency"/>.</param>
/// <param name="Currency">ISO 4217 code.</param>
public sealed record CashOnDeliveryPlaced(
    [property: JsonPropertyName("order_id")] string OrderId,
    [property: JsonPropertyName("order_name")] string OrderName,
    [property: JsonPropertyName("total")] decimal Total,
    [property: JsonPropertyName("currency")] string Currency)
{
    /// <summary>The event's kind.</summary>
    public const string Kind = "order.cod";
}
