namespace Shopify.Client;

/// <summary>A variant as it is now, with the little of its product that a cart shows.</summary>
public sealed record VariantSnapshot
{
    /// <summary>The variant: price, stock, options, picture.</summary>
    public required ProductVariant Variant { get; init; }

    /// <summary>The GID of its product.</summary>
    public required string ProductId { get; init; }

    /// <summary>The title of its product.</summary>
    public required string ProductTitle { get; init; }

    /// <summary>The state of its product.</summary>
    public ProductStatus ProductStatus { get; init; }

    /// <summary>True when the product has no options, so that the variant's title means nothing to shoppers.</summary>
    public bool HasOnlyDefaultVariant { get; init; }
}
