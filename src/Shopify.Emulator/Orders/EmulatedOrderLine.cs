using Shopify.Emulator.Pricing;

namespace Shopify.Emulator.Orders;

/// <summary>One line of an <see cref="EmulatedOrder"/>, as it was when it was bought.</summary>
public sealed record EmulatedOrderLine
{
    /// <summary>Numeric id of the line.</summary>
    public required long Id { get; init; }

    /// <summary>Numeric id of the variant; 0 for a line of the merchant's own.</summary>
    public required long VariantId { get; init; }

    /// <summary>Numeric id of the product; 0 for a line of the merchant's own.</summary>
    public required long ProductId { get; init; }

    /// <summary>Title of the product.</summary>
    public required string Title { get; init; }

    /// <summary>Title of the variant; null for a product without options.</summary>
    public string? VariantTitle { get; init; }

    /// <summary>Stock keeping unit, or null.</summary>
    public string? Sku { get; init; }

    /// <summary>Vendor of the product.</summary>
    public required string Vendor { get; init; }

    /// <summary>How many.</summary>
    public required int Quantity { get; init; }

    /// <summary>Price of one piece before discounts, in the shop's currency.</summary>
    public decimal Price => PriceBag.Shop;

    /// <summary>What discounts took off the whole line, in the shop's currency.</summary>
    public decimal Discount => DiscountBag.Shop;

    /// <summary>Whether it is sent by post.</summary>
    public bool RequiresShipping { get; init; } = true;

    /// <summary>File name of the line's picture; null when there is none.</summary>
    public string? Image { get; init; }

    /// <summary>Line attributes, which webhooks call <c>properties</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; } = [];

    internal MoneyBag PriceBag { get; init; }

    internal MoneyBag DiscountBag { get; init; }
}
