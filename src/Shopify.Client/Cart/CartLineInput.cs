namespace Shopify.Client;

/// <summary>One line to be put into a cart. Lines with the same variant and attributes are merged by Shopify.</summary>
/// <param name="VariantId">The GID of the variant.</param>
/// <param name="Quantity">How many; 1 or more.</param>
/// <seealso href="https://shopify.dev/docs/api/storefront/latest/input-objects/CartLineInput"/>
public sealed record CartLineInput(string VariantId, int Quantity)
{
    /// <summary>The line's own facts, such as an engraving; default none, at most 250.</summary>
    public IReadOnlyList<CartAttribute> Attributes { get; init; } = [];

    /// <summary>The GID of a selling plan, for products sold by subscription; null (the default) for a single purchase.</summary>
    public string? SellingPlanId { get; init; }
}
