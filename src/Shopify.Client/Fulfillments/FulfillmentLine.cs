namespace Shopify.Client;

/// <summary>What is in a parcel.</summary>
/// <param name="LineItemId">The GID of the order's line; null when not told.</param>
/// <param name="Title">The title of the product; empty when not told.</param>
/// <param name="Quantity">How many pieces; null when not told.</param>
public sealed record FulfillmentLine(string? LineItemId, string Title, int? Quantity);
