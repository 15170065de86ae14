namespace Shopify.Client;

/// <summary>A product variant in a cart, with texts in the cart's language.</summary>
public sealed record CartVariant : CartMerchandise
{
    /// <summary>The GID, <c>gid://shopify/ProductVariant/1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The option values joined by " / "; <c>Default Title</c> when there are no options.</summary>
    public string Title { get; init; } = string.Empty;

    /// <summary>The stock keeping unit; null when there is none.</summary>
    public string? Sku { get; init; }

    /// <summary>Whether it can be bought now.</summary>
    public bool AvailableForSale { get; init; }

    /// <summary>How many are in stock; null when not tracked, or without the scope <c>unauthenticated_read_product_inventory</c>.</summary>
    public int? QuantityAvailable { get; init; }

    /// <summary>Its value for each option of the product.</summary>
    public IReadOnlyList<SelectedOption> SelectedOptions { get; init; } = [];

    /// <summary>A JPEG of at most 512 pixels width; null when there is none.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>The GID of the product; null when it is no longer visible.</summary>
    public string? ProductId { get; init; }

    /// <summary>The handle of the product; null as for <see cref="ProductId"/>.</summary>
    public string? ProductHandle { get; init; }

    /// <summary>The title of the product; empty as for <see cref="ProductId"/>.</summary>
    public string ProductTitle { get; init; } = string.Empty;
}
