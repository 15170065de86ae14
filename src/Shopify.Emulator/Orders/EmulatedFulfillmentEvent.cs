namespace Shopify.Emulator.Orders;

/// <summary>A step of a parcel's way.</summary>
public sealed record EmulatedFulfillmentEvent
{
    /// <summary>Numeric id.</summary>
    public required long Id { get; init; }

    /// <summary>Status as in <c>FulfillmentEventStatus</c>: <c>IN_TRANSIT</c>, <c>OUT_FOR_DELIVERY</c>, <c>DELIVERED</c>, …</summary>
    public required string Status { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset HappenedAt { get; init; }

    /// <summary>The carrier's words, or null.</summary>
    public string? Message { get; init; }

    /// <summary>When the parcel is expected, or null.</summary>
    public DateTimeOffset? EstimatedDeliveryAt { get; init; }
}
