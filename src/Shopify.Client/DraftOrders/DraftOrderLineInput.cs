namespace Shopify.Client;

/// <summary>One line of a draft order: a variant, or something of the merchant's own with a title and a price.</summary>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/input-objects/DraftOrderLineItemInput"/>
public sealed record DraftOrderLineInput
{
    /// <summary>How many; 1 or more.</summary>
    public required int Quantity { get; init; }

    /// <summary>The GID of the variant; null (the default) for a line of the merchant's own.</summary>
    public string? VariantId { get; init; }

    /// <summary>The title of a line of the merchant's own; Shopify ignores it beside <see cref="VariantId"/>.</summary>
    public string? Title { get; init; }

    /// <summary>The price of one piece of a line of the merchant's own; Shopify ignores it beside <see cref="VariantId"/>.</summary>
    public MoneyV2? OriginalUnitPrice { get; init; }

    /// <summary>Another price for one piece of the variant; null (the default) for its own.</summary>
    public MoneyV2? PriceOverride { get; init; }

    /// <summary>The line's own facts, such as an engraving; default none.</summary>
    public IReadOnlyList<OrderAttribute> CustomAttributes { get; init; } = [];
}
