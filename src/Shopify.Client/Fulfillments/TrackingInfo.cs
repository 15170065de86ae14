namespace Shopify.Client;

/// <summary>How to follow a parcel.</summary>
/// <param name="Company">The carrier; null when not told.</param>
/// <param name="Number">The tracking number; null when not told.</param>
/// <param name="Url">The carrier's page; null for unknown carriers, even with a number.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/FulfillmentTrackingInfo"/>
public sealed record TrackingInfo(string? Company, string? Number, string? Url);
