using System.Text.Json.Serialization;

namespace ShopBot.Shopping.Orders;

/// <summary>One product of an order.</summary>
/// <param name="ProductId">Its id; null for a line that is no product.</param>
/// <param name="Title">Its name then.</param>
/// <param name="Quantity">How many pieces.</param>
/// <param name="Amount">What they cost together, before discounts of the order.</param>
public sealed record OrderedProduct(
    [property: JsonPropertyName("product_id")] string? ProductId,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("quantity")] int Quantity,
    [property: JsonPropertyName("amount")] decimal Amount);
