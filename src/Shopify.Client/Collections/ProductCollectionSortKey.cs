namespace Shopify.Client;

/// <summary>The order of the products of a collection. An open set.</summary>
/// <param name="Value">Shopify's word, upper case.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/enums/ProductCollectionSortKeys"/>
public readonly record struct ProductCollectionSortKey(string Value)
{
    /// <summary>The order the merchant chose for the collection.</summary>
    public static ProductCollectionSortKey CollectionDefault { get; } = new("COLLECTION_DEFAULT");

    /// <summary>What sells best first.</summary>
    public static ProductCollectionSortKey BestSelling { get; } = new("BEST_SELLING");

    /// <summary>By price.</summary>
    public static ProductCollectionSortKey Price { get; } = new("PRICE");

    /// <summary>By title.</summary>
    public static ProductCollectionSortKey Title { get; } = new("TITLE");

    /// <summary>By the moment it was put into the collection.</summary>
    public static ProductCollectionSortKey Created { get; } = new("CREATED");

    /// <summary>As arranged by hand.</summary>
    public static ProductCollectionSortKey Manual { get; } = new("MANUAL");

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
