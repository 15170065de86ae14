namespace Shopify.Client;

/// <summary>One line of a cart as Shopify made it.</summary>
/// <seealso href="https://shopify.dev/docs/api/storefront/latest/objects/CartLine"/>
public sealed record CartLine
{
    /// <summary>The GID, needed to change or remove the line; empty when not told. It changes with the cart; use the newest.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>How many; may be fewer than asked for when stock is short.</summary>
    public int Quantity { get; init; }

    /// <summary>The line's own facts, such as an engraving.</summary>
    public IReadOnlyList<CartAttribute> Attributes { get; init; } = [];

    /// <summary>The amounts, in the buyer's currency; null when not told.</summary>
    public CartLineCost? Cost { get; init; }

    /// <summary>What discounts take off this line, one amount per discount.</summary>
    public IReadOnlyList<MoneyV2> DiscountAllocations { get; init; } = [];

    /// <summary>What is bought: a <see cref="CartVariant"/>, or an <see cref="UnknownCartMerchandise"/> once Shopify sells other things.</summary>
    public required CartMerchandise Merchandise { get; init; }

    /// <summary>The GID of the variant; null when <see cref="Merchandise"/> is no variant.</summary>
    public string? VariantId => (Merchandise as CartVariant)?.Id;
}
