namespace Shopify.Emulator.Catalog;

/// <summary>A hand-picked set of products.</summary>
public sealed record CatalogCollection
{
    /// <summary>Numeric id. 0, the default, lets the shop number it.</summary>
    public long Id { get; init; }

    /// <summary>Name in addresses, unique in the shop.</summary>
    public required string Handle { get; init; }

    /// <summary>Title as shoppers read it.</summary>
    public required string Title { get; init; }

    /// <summary>Description as the merchant's HTML. Default empty.</summary>
    public string DescriptionHtml { get; init; } = "";

    /// <summary>Handles of the products, in the merchant's order.</summary>
    public required IReadOnlyList<string> ProductHandles { get; init; }

    /// <summary>Picture of the collection, or null.</summary>
    public CatalogImage? Image { get; init; }

    /// <summary>Translated texts. Default none.</summary>
    public IReadOnlyList<CatalogTranslation> Translations { get; init; } = [];

    /// <summary>When the collection last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
