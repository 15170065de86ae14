using ShopBot.Engine.Customers;
using ShopBot.Shopping.Checkout;

namespace ShopBot.Shopify.Checkout;

/// <summary>What shall be paid for.</summary>
/// <param name="Customer">Who buys: an opaque id travels with the order and leads it back to the chat.</param>
/// <param name="Lines">What is bought; lines of one variant are joined.</param>
public sealed record CheckoutRequest(CustomerId Customer, IReadOnlyList<CheckoutLine> Lines)
{
    /// <summary>Discount codes to apply; one that does not apply becomes a note. Default none.</summary>
    public IReadOnlyList<string> DiscountCodes { get; init; } = [];

    /// <summary>
    /// True charges the lines' own prices, agreed with the customer, where they have one. Only an invoice can, so no other way is tried. Default false.
    /// </summary>
    public bool UsesAgreedPrices { get; init; }
}
