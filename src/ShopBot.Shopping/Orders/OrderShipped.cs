using System.Text.Json.Serialization;

namespace ShopBot.Shopping.Orders;

/// <summary>News of a parcel of an order made in the chat. Enters the customer's lane as the external event <see cref="Kind"/>.</summary>
/// <param name="OrderName">The number the customer sees, such as <c>#1001</c>.</param>
/// <param name="Stage">What happened.</param>
public sealed record OrderShipped(
    [property: JsonPropertyName("order_name")] string OrderName,
    [property: JsonPropertyName("stage")] ParcelStage Stage)
{
    /// <summary>The event's kind.</summary>
    public const string Kind = "order.shipped";

    /// <summary>The order's id in the shop; null when not told.</summary>
    [JsonPropertyName("order_id")]
    public string? OrderId { get; init; }

    /// <summary>How the order's customer was found: <c>phone</c> or <c>cart</c> (it came of the chat's cart); null for <c>reference</c> (it carries the chat's id).</summary>
    [JsonPropertyName("matched_by")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MatchedBy { get; init; }

    /// <summary>Who carries it; null when not told.</summary>
    [JsonPropertyName("carrier")]
    public string? Carrier { get; init; }

    /// <summary>Its tracking numbers; often none, sometimes several.</summary>
    [JsonPropertyName("tracking_numbers")]
    public IReadOnlyList<string> TrackingNumbers { get; init; } = [];

    /// <summary>Pages to follow it on; there may be numbers without a page.</summary>
    [JsonPropertyName("tracking_links")]
    public IReadOnlyList<string> TrackingLinks { get; init; } = [];
}
