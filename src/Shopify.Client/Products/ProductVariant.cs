namespace Shopify.Client;

/// <summary>What is put into a cart.</summary>
/// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/ProductVariant"/>
public sealed record ProductVariant
{
    /// <summary>The GID, <c>gid://shopify/ProductVariant/1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The option values joined by " / "; <c>Default Title</c> when there are no options.</summary>
    public required string Title { get; init; }

    /// <summary>The stock keeping unit; null when there is none.</summary>
    public string? Sku { get; init; }

    /// <summary>The price in the shop's currency.</summary>
    public decimal Price { get; init; }

    /// <summary>The price before a sale, in the shop's currency; null without a sale.</summary>
    public decimal? CompareAtPrice { get; init; }

    /// <summary>Whether it can be bought now: active, and in stock, not tracked or sold on backorder.</summary>
    public bool AvailableForSale { get; init; }

    /// <summary>How many can be bought online; null when there is no limit (not tracked, or sold on backorder).</summary>
    public int? SellableOnlineQuantity { get; init; }

    /// <summary>
    /// What <see cref="UnitPriceMeasurement"/>'s reference costs, in the shop's currency; null where the merchant shows none, and in lists of products.
    /// </summary>
    public MoneyV2? UnitPrice { get; init; }

    /// <summary>What the unit price is of; null when there is none.</summary>
    public UnitPriceMeasurement? UnitPriceMeasurement { get; init; }

    /// <summary>What it costs in the country that was asked for; null when none was.</summary>
    public VariantPricing? ContextualPricing { get; init; }

    /// <summary>Its value for each option of the product.</summary>
    public IReadOnlyList<SelectedOption> SelectedOptions { get; init; } = [];

    /// <summary>Its own picture, a JPEG of at most 1024 pixels a side; null when it has none.</summary>
    public string? ImageUrl { get; init; }
}
