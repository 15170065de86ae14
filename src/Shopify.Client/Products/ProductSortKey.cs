namespace Shopify.Client;

/// <summary>The order of a product list. An open set.</summary>
/// <param name="Value">Shopify's word, upper case.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/enums/ProductSortKeys"/>
public readonly record struct ProductSortKey(string Value)
{
    /// <summary>By title.</summary>
    public static ProductSortKey Title { get; } = new("TITLE");

    /// <summary>What fits the words of the search best; means nothing without words.</summary>
    public static ProductSortKey Relevance { get; } = new("RELEVANCE");

    /// <summary>By the moment it was made.</summary>
    public static ProductSortKey CreatedAt { get; } = new("CREATED_AT");

    /// <summary>By the moment it was last changed.</summary>
    public static ProductSortKey UpdatedAt { get; } = new("UPDATED_AT");

    /// <summary>By the moment it was published.</summary>
    public static ProductSortKey PublishedAt { get; } = new("PUBLISHED_AT");

    /// <summary>By brand or maker.</summary>
    public static ProductSortKey Vendor { get; } = new("VENDOR");

    /// <summary>By type.</summary>
    public static ProductSortKey ProductType { get; } = new("PRODUCT_TYPE");

    /// <summary>By stock.</summary>
    public static ProductSortKey InventoryTotal { get; } = new("INVENTORY_TOTAL");

    /// <summary>By id, Shopify's own default.</summary>
    public static ProductSortKey Id { get; } = new("ID");

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
