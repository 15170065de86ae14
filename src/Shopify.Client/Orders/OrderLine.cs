namespace Shopify.Client;

/// <summary>One line of an order.</summary>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/LineItem"/>
public sealed record OrderLine
{
    /// <summary>The GID, <c>gid://shopify/LineItem/1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The title of the product when it was bought.</summary>
    public required string Title { get; init; }

    /// <summary>The title of the variant when it was bought; null for a product without options.</summary>
    public string? VariantTitle { get; init; }

    /// <summary>The stock keeping unit; null when there is none.</summary>
    public string? Sku { get; init; }

    /// <summary>How many were bought.</summary>
    public int Quantity { get; init; }

    /// <summary>How many are left after edits and refunds.</summary>
    public int CurrentQuantity { get; init; }

    /// <summary>How many are still to be sent.</summary>
    public int UnfulfilledQuantity { get; init; }

    /// <summary>The price of one piece in the buyer's currency, the line's discounts taken off; null when not told.</summary>
    public MoneyV2? DiscountedUnitPrice { get; init; }

    /// <summary>A JPEG of at most 1024 pixels a side; null when there is none.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>The GID of the variant; null when it was deleted since, for a custom line, or without <c>read_products</c>.</summary>
    public string? VariantId { get; init; }

    /// <summary>The GID of the product; null as for <see cref="VariantId"/>.</summary>
    public string? ProductId { get; init; }

    /// <summary>The handle of the product; null as for <see cref="VariantId"/>.</summary>
    public string? ProductHandle { get; init; }

    /// <summary>The line's own facts, such as an engraving.</summary>
    public IReadOnlyList<OrderAttribute> CustomAttributes { get; init; } = [];
}
