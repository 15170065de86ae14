namespace Shopify.Client;

/// <summary>Which products to list. For the next page change only <see cref="After"/>: a cursor is bound to the rest.</summary>
public sealed record ProductQuery
{
    /// <summary>How many; 1 to 250, default 10.</summary>
    public int First { get; init; } = 10;

    /// <summary>The <see cref="Page{T}.EndCursor"/> of the page before; null (the default) for the first.</summary>
    public string? After { get; init; }

    /// <summary>What to look for; null (the default) for everything.</summary>
    public ShopifySearch? Search { get; init; }

    /// <summary>Only products of this collection: its GID or number. Null (the default) for all.</summary>
    public string? CollectionId { get; init; }

    /// <summary>Prices as in this market, ISO 3166-1 alpha-2 such as <c>DE</c>; null (the default) for the shop's own currency.</summary>
    public string? Country { get; init; }

    /// <summary>The order; null (the default) for relevance when <see cref="Search"/> holds words, and by title otherwise.</summary>
    public ProductSortKey? SortKey { get; init; }

    /// <summary>True turns the order round. Default false. Relevance cannot be turned round.</summary>
    public bool Reverse { get; init; }

    /// <summary>How many pictures of each product to bring along, beside the featured one; 0 (the default) to 10.</summary>
    public int Images { get; init; }

    /// <summary>
    /// How many variants of each product to bring along; 0 (the default) to 100. They make the query dear, and Shopify refuses one of more than
    /// 1,000 points: 20 products with 2 pictures and 4 variants each are well within.
    /// </summary>
    public int Variants { get; init; }

    /// <summary>
    /// True lists drafts and products that are not published to the online store as well. Default false: only what a shopper may see.
    /// </summary>
    public bool IncludeHidden { get; init; }
}
