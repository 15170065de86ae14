namespace Shopify.Client;

/// <summary>One collection.</summary>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/Collection"/>
public sealed record Collection
{
    /// <summary>The GID, <c>gid://shopify/Collection/1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The handle, unique in the shop, as in its web address.</summary>
    public required string Handle { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The description as HTML, as the merchant wrote it; may be empty.</summary>
    public string DescriptionHtml { get; init; } = string.Empty;

    /// <summary>A JPEG of at most 1024 pixels a side; null when there is none.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>How many products it holds, those a shopper cannot see included; exact to 25 000; null when not told.</summary>
    public int? ProductsCount { get; init; }
}
