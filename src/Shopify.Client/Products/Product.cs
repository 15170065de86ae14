namespace Shopify.Client;

/// <summary>One product with everything needed to choose a variant.</summary>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/Product"/>
public sealed record Product
{
    /// <summary>The GID, <c>gid://shopify/Product/1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The handle, unique in the shop, as in its web address.</summary>
    public required string Handle { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The brand or maker; may be empty.</summary>
    public string Vendor { get; init; } = string.Empty;

    /// <summary>The merchant's own word for what kind of thing it is; may be empty.</summary>
    public string ProductType { get; init; } = string.Empty;

    /// <summary>The merchant's tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The description as HTML, as the merchant wrote it; may be empty.</summary>
    public string DescriptionHtml { get; init; } = string.Empty;

    /// <summary>Whether it is for sale at all.</summary>
    public ProductStatus Status { get; init; }

    /// <summary>What a shopper chooses, in the merchant's order; for a product without options one named <c>Title</c>.</summary>
    public IReadOnlyList<ProductOption> Options { get; init; } = [];

    /// <summary>Up to ten pictures, the featured one first.</summary>
    public IReadOnlyList<ProductImage> Images { get; init; } = [];

    /// <summary>Up to 100 variants, in the merchant's order.</summary>
    public IReadOnlyList<ProductVariant> Variants { get; init; } = [];

    /// <summary>Whether there are variants beyond those in <see cref="Variants"/>; <see cref="ShopifyAdmin.EnumerateVariantsOfProductAsync(string, CancellationToken)"/> reads all.</summary>
    public bool HasMoreVariants { get; init; }

    /// <summary>True for a product without options; the title of its only variant means nothing to shoppers.</summary>
    public bool HasOnlyDefaultVariant { get; init; }

    /// <summary>True when it is sold by subscription only, for which a cart line needs a selling plan.</summary>
    public bool RequiresSellingPlan { get; init; }

    /// <summary>The page in the online store; null when it is not published there.</summary>
    public string? OnlineStoreUrl { get; init; }

    /// <summary>The prices of the cheapest and the dearest variant, in the shop's currency.</summary>
    public required PriceRange PriceRange { get; init; }
}
