namespace Shopify.Client;

/// <summary>A change of one line. What is null stays as it is.</summary>
/// <param name="LineId">The <see cref="CartLine.Id"/> as last read.</param>
/// <seealso href="https://shopify.dev/docs/api/storefront/latest/input-objects/CartLineUpdateInput"/>
public sealed record CartLineUpdate(string LineId)
{
    /// <summary>The new quantity; 0 removes the line. Null (the default) leaves it.</summary>
    public int? Quantity { get; init; }

    /// <summary>The GID of another variant to sell instead; null (the default) leaves it.</summary>
    public string? VariantId { get; init; }

    /// <summary>The facts that replace all of the line's; null (the default) leaves them.</summary>
    public IReadOnlyList<CartAttribute>? Attributes { get; init; }
}
