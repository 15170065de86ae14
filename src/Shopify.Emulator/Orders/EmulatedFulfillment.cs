namespace Shopify.Emulator.Orders;

/// <summary>A parcel of an order, or the part of it that needs none.</summary>
public sealed record EmulatedFulfillment
{
    /// <summary>Numeric id.</summary>
    public required long Id { get; init; }

    /// <summary>Name as people read it: <c>#1001-F1</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>SUCCESS</c> or <c>CANCELLED</c>, as in <c>FulfillmentStatus</c>.</summary>
    public string Status { get; init; } = "SUCCESS";

    /// <summary>Carrier, such as <c>DHL</c>; null when there is no tracking.</summary>
    public string? TrackingCompany { get; init; }

    /// <summary>The carrier's number of the parcel; null when there is no tracking.</summary>
    public string? TrackingNumber { get; init; }

    /// <summary>Where the parcel can be followed; null when unknown.</summary>
    public string? TrackingUrl { get; init; }

    /// <summary>Which lines it holds, by id, and how many pieces of each.</summary>
    public required IReadOnlyList<KeyValuePair<long, int>> Lines { get; init; }

    /// <summary>What the carrier reported, oldest first.</summary>
    public IReadOnlyList<EmulatedFulfillmentEvent> Events { get; init; } = [];

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    internal EmulatedFulfillmentEvent? Latest => Events.Count == 0 ? null : Events[^1];
}
