namespace Shopify.Client;

/// <summary>Which products of a collection to list, in the collection's own order. For the next page change only <see cref="After"/>.</summary>
public sealed record CollectionProductsQuery
{
    /// <summary>The GID of the collection, <c>gid://shopify/Collection/1</c>.</summary>
    public required string CollectionId { get; init; }

    /// <summary>How many; 1 to 250, default 10.</summary>
    public int First { get; init; } = 10;

    /// <summary>The <see cref="Page{T}.EndCursor"/> of the page before; null (the default) for the first.</summary>
    public string? After { get; init; }

    /// <summary>The order; default the one the merchant chose for the collection.</summary>
    public ProductCollectionSortKey SortKey { get; init; } = ProductCollectionSortKey.CollectionDefault;

    /// <summary>True turns the order round. Default false.</summary>
    public bool Reverse { get; init; }

    /// <summary>Prices as in this market, ISO 3166-1 alpha-2 such as <c>DE</c>; null (the default) for the shop's own currency.</summary>
    public string? Country { get; init; }

    /// <summary>How many pictures of each product to bring along, beside the featured one; 0 (the default) to 10.</summary>
    public int Images { get; init; }

    /// <summary>How many variants of each product to bring along; 0 (the default) to 100, and dear as in <see cref="ProductQuery.Variants"/>.</summary>
    public int Variants { get; init; }
}
