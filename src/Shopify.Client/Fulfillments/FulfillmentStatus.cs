namespace Shopify.Client;

/// <summary>Whether sending succeeded. An open set: a value Shopify adds tomorrow is kept as it came.</summary>
/// <param name="Value">Shopify's word, upper case; empty when not told.</param>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/enums/FulfillmentStatus"/>
public readonly record struct FulfillmentStatus(string Value)
{
    /// <summary>It succeeded.</summary>
    public static FulfillmentStatus Success { get; } = new("SUCCESS");

    /// <summary>It was called off.</summary>
    public static FulfillmentStatus Cancelled { get; } = new("CANCELLED");

    /// <summary>The request had an error.</summary>
    public static FulfillmentStatus Error { get; } = new("ERROR");

    /// <summary>The fulfilment service failed.</summary>
    public static FulfillmentStatus Failure { get; } = new("FAILURE");

    /// <inheritdoc/>
    public override string ToString() => Value ?? string.Empty;
}
