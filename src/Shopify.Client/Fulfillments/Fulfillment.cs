namespace Shopify.Client;

/// <summary>One parcel of an order.</summary>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/Fulfillment"/>
public sealed record Fulfillment
{
    /// <summary>The GID, <c>gid://shopify/Fulfillment/1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name, such as <c>#1001-F1</c>; empty when not told.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Whether sending succeeded.</summary>
    public FulfillmentStatus Status { get; init; }

    /// <summary>Where it is; null when not told.</summary>
    public FulfillmentDisplayStatus? DisplayStatus { get; init; }

    /// <summary>When it was made; null when not told.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it should arrive; null when not told.</summary>
    public DateTimeOffset? EstimatedDeliveryAt { get; init; }

    /// <summary>When it arrived; null when it has not.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Up to ten ways to follow it.</summary>
    public IReadOnlyList<TrackingInfo> TrackingInfo { get; init; } = [];

    /// <summary>The ten newest reports of the carrier, the newest first.</summary>
    public IReadOnlyList<FulfillmentEvent> Events { get; init; } = [];

    /// <summary>Up to 50 lines of what is in it.</summary>
    public IReadOnlyList<FulfillmentLine> LineItems { get; init; } = [];
}
