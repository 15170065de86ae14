namespace Shopify.Emulator.Catalog;

/// <summary>One buyable variant of a <see cref="CatalogProduct"/>.</summary>
public sealed record CatalogVariant
{
    /// <summary>Numeric id. 0, the default, lets the shop number it.</summary>
    public long Id { get; init; }

    /// <summary>Stock keeping unit, or null.</summary>
    public string? Sku { get; init; }

    /// <summary>Bar code (EAN, UPC, ISBN), or null.</summary>
    public string? Barcode { get; init; }

    /// <summary>One value per option of the product, in the same order. Empty for the default variant.</summary>
    public IReadOnlyList<string> OptionValues { get; init; } = [];

    /// <summary>Price in the shop's currency, tax included.</summary>
    public required decimal Price { get; init; }

    /// <summary>Earlier price in the shop's currency, or null when there is no sale.</summary>
    public decimal? CompareAtPrice { get; init; }

    /// <summary>Pieces on hand (may be negative); null when the shop does not track this variant.</summary>
    public int? Stock { get; init; }

    /// <summary>Whether the shop keeps selling at zero stock (policy <c>CONTINUE</c>). Default false (<c>DENY</c>).</summary>
    public bool ContinueSelling { get; init; }

    /// <summary>Whether it is sent by post. Default true.</summary>
    public bool RequiresShipping { get; init; } = true;

    /// <summary>What its unit price is of; null, the default, when it shows none.</summary>
    public CatalogMeasurement? UnitPriceMeasurement { get; init; }

    /// <summary>File name of the variant's own picture, one of the product's <see cref="CatalogProduct.Images"/>; null for none.</summary>
    public string? Image { get; init; }

    internal string Title => OptionValues.Count == 0 ? "Default Title" : string.Join(" / ", OptionValues);

    internal bool InStock => Stock is null or > 0 || ContinueSelling;

    /// <summary>How many pieces one cart may hold; null means no limit.</summary>
    internal int? Limit => Stock is { } stock && !ContinueSelling ? Math.Max(0, stock) : null;
}
