namespace Shopify.Client;

/// <summary>The state of a product. An open set: a value Shopify adds tomorrow is kept as it came.</summary>
/// <param name="Value">Shopify's word, upper case.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/enums/ProductStatus"/>
public readonly record struct ProductStatus(string Value)
{
    /// <summary>For sale wherever it is published.</summary>
    public static ProductStatus Active { get; } = new("ACTIVE");

    /// <summary>No longer sold.</summary>
    public static ProductStatus Archived { get; } = new("ARCHIVED");

    /// <summary>Not ready yet.</summary>
    public static ProductStatus Draft { get; } = new("DRAFT");

    /// <summary>Can be bought by its link, but is in no search and no collection.</summary>
    public static ProductStatus Unlisted { get; } = new("UNLISTED");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
