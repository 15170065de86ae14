namespace Shopify.Emulator.Catalog;

/// <summary>One product with its options and variants, as Shopify's <c>Product</c> shows it.</summary>
public sealed record CatalogProduct
{
    /// <summary>Numeric id (the <c>legacyResourceId</c>). 0, the default, lets the shop number it.</summary>
    public long Id { get; init; }

    /// <summary>Name in addresses, unique in the shop: <c>walnut-desk-lamp</c>.</summary>
    public required string Handle { get; init; }

    /// <summary>Title as shoppers read it.</summary>
    public required string Title { get; init; }

    /// <summary>Description as the merchant's HTML. Default empty.</summary>
    public string DescriptionHtml { get; init; } = "";

    /// <summary>Maker or brand. Default empty.</summary>
    public string Vendor { get; init; } = "";

    /// <summary>The merchant's own word for the kind of product. Default empty.</summary>
    public string ProductType { get; init; } = "";

    /// <summary>Tags in the merchant's order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary><c>ACTIVE</c>, <c>DRAFT</c>, <c>ARCHIVED</c> or <c>UNLISTED</c>. Default <c>ACTIVE</c>.</summary>
    public string Status { get; init; } = "ACTIVE";

    /// <summary>Whether the product is published to the online store and to the app's channel. Default true.</summary>
    public bool IsPublished { get; init; } = true;

    /// <summary>Options, at most three. Empty means the single variant <c>Default Title</c>.</summary>
    public IReadOnlyList<CatalogOption> Options { get; init; } = [];

    /// <summary>Variants in their position's order; at least one.</summary>
    public required IReadOnlyList<CatalogVariant> Variants { get; init; }

    /// <summary>Pictures; the first is the featured one.</summary>
    public IReadOnlyList<CatalogImage> Images { get; init; } = [];

    /// <summary>Translated texts. Default none.</summary>
    public IReadOnlyList<CatalogTranslation> Translations { get; init; } = [];

    /// <summary>Custom fields. Default none.</summary>
    public IReadOnlyList<CatalogMetafield> Metafields { get; init; } = [];

    /// <summary>When the product was made; also its publication time.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the product last changed, stock changes included.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether shoppers find it: active and published.</summary>
    internal bool IsVisible => Status == "ACTIVE" && IsPublished;

    internal bool IsBuyable => Status is "ACTIVE" or "UNLISTED" && IsPublished;

    internal bool HasOnlyDefaultVariant => Options.Count == 0;

    internal bool AvailableForSale => IsBuyable && Variants.Any(static v => v.InStock);
}
