namespace Shopify.Client;

/// <summary>What a bulk operation does. An open set: a value Shopify adds tomorrow is kept as it came.</summary>
/// <param name="Value">Shopify's word, upper case; empty when not told.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/enums/BulkOperationType"/>
public readonly record struct BulkOperationType(string Value)
{
    /// <summary>It reads.</summary>
    public static BulkOperationType Query { get; } = new("QUERY");

    /// <summary>It changes.</summary>
    public static BulkOperationType Mutation { get; } = new("MUTATION");

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
