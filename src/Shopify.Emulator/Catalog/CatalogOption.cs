namespace Shopify.Emulator.Catalog;

/// <summary>A choice of a product, such as <c>Size</c>.</summary>
/// <param name="Name">The option's name.</param>
/// <param name="Values">Its values in display order.</param>
public sealed record CatalogOption(string Name, IReadOnlyList<string> Values);
