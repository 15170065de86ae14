namespace Shopify.Client;

/// <summary>Something a carrier reported about a parcel.</summary>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/FulfillmentEvent"/>
public sealed record FulfillmentEvent
{
    /// <summary>What happened.</summary>
    public FulfillmentEventStatus Status { get; init; }

    /// <summary>When; null when not told.</summary>
    public DateTimeOffset? HappenedAt { get; init; }

    /// <summary>The carrier's words; null when there are none.</summary>
    public string? Message { get; init; }

    /// <summary>The town; null when not told.</summary>
    public string? City { get; init; }

    /// <summary>The country as the carrier wrote it; null when not told.</summary>
    public string? Country { get; init; }

    /// <summary>When delivery was expected at that moment; null when not told.</summary>
    public DateTimeOffset? EstimatedDeliveryAt { get; init; }
}
