namespace Shopify.Client;

/// <summary>A recommended product, with texts and prices of the shopper's language and market.</summary>
/// <seealso href="https://shopify.dev/docs/api/storefront/latest/objects/Product"/>
public sealed record RecommendedProduct
{
    /// <summary>The GID, <c>gid://shopify/Product/1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The handle, unique in the shop, as in its web address.</summary>
    public required string Handle { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>Whether any variant can be bought now.</summary>
    public bool AvailableForSale { get; init; }

    /// <summary>The page in the online store; null when it is not published there.</summary>
    public string? OnlineStoreUrl { get; init; }

    /// <summary>The picture; null when there is none.</summary>
    public ProductImage? Image { get; init; }

    /// <summary>The prices of the cheapest and the dearest variant; null when not told.</summary>
    public PriceRange? PriceRange { get; init; }

    /// <summary>The GID of the first variant that can be bought, else of the first; null when there is none.</summary>
    public string? VariantId { get; init; }

    /// <summary>The title of that variant; null when there is none.</summary>
    public string? VariantTitle { get; init; }
}
