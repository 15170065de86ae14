namespace Shopify.Client;

/// <summary>A parcel as it stands in a list of orders.</summary>
/// <param name="DisplayStatus">Where it is; null when not told.</param>
/// <param name="TrackingInfo">Up to three ways to follow it.</param>
public sealed record FulfillmentSummary(FulfillmentDisplayStatus? DisplayStatus, IReadOnlyList<TrackingInfo> TrackingInfo);
