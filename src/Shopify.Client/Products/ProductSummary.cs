namespace Shopify.Client;

/// <summary>A product as it stands in a list.</summary>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/Product"/>
public sealed record ProductSummary
{
    /// <summary>The GID, <c>gid://shopify/Product/1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The handle, unique in the shop, as in its web address.</summary>
    public required string Handle { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The description as plain text, cut to 240 characters; may be empty.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>Whether it is for sale at all.</summary>
    public ProductStatus Status { get; init; }

    /// <summary>The price of the cheapest variant: in the asked market, else in the shop's currency.</summary>
    public required MoneyV2 PriceMin { get; init; }

    /// <summary>The price of the dearest variant; say "from" only when it differs from <see cref="PriceMin"/>.</summary>
    public required MoneyV2 PriceMax { get; init; }

    /// <summary>The lowest price before a sale; null without a sale or when it is not in the currency of <see cref="PriceMin"/>.</summary>
    public MoneyV2? CompareAtPriceMin { get; init; }

    /// <summary>The highest price before a sale; null as for <see cref="CompareAtPriceMin"/>.</summary>
    public MoneyV2? CompareAtPriceMax { get; init; }

    /// <summary>A JPEG of at most 1024 pixels a side; null when there is none.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>The first pictures, as many as <see cref="ProductQuery.Images"/> asked for.</summary>
    public IReadOnlyList<ProductImage> Images { get; init; } = [];

    /// <summary>True for a product without options; the title of its only variant means nothing to shoppers.</summary>
    public bool HasOnlyDefaultVariant { get; init; }

    /// <summary>The stock at all locations, which may be negative; whether it can be bought is decided per variant.</summary>
    public int TotalInventory { get; init; }

    /// <summary>How many variants there are.</summary>
    public int VariantsCount { get; init; }

    /// <summary>The first variants, as many as <see cref="ProductQuery.Variants"/> asked for.</summary>
    public IReadOnlyList<ProductVariant> Variants { get; init; } = [];

    /// <summary>Whether there are variants beyond those in <see cref="Variants"/>; false when none were asked for.</summary>
    public bool HasMoreVariants { get; init; }
}
