namespace Shopify.Emulator.Catalog;

/// <summary>A picture of a product or collection.</summary>
/// <param name="File">File name, resolved by <see cref="ShopCatalog.OpenPicture"/> and served under <c>/{shop}/cdn/</c>.</param>
/// <param name="Alt">Words for people who cannot see it; null when the merchant wrote none.</param>
/// <param name="Width">Width in pixels. Default 800.</param>
/// <param name="Height">Height in pixels. Default 800.</param>
public sealed record CatalogImage(string File, string? Alt = null, int Width = 800, int Height = 800);
