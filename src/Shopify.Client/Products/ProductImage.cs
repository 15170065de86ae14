namespace Shopify.Client;

/// <summary>A picture.</summary>
/// <param name="Url">A JPEG of at most 1024 pixels a side; the query part belongs to it.</param>
/// <param name="AltText">What it shows, in words; null when the merchant wrote nothing.</param>
public sealed record ProductImage(string Url, string? AltText);
