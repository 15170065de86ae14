using ShopBot.Engine.Customers;

namespace ShopBot.Shopping.Checkout;

/// <summary>What shall be paid for.</summary>
/// <param name="Customer">Who buys; comes back with the paid order.</param>
/// <param name="Lines">What is bought.</param>
public sealed record CheckoutOrder(CustomerId Customer, IReadOnlyList<CheckoutLine> Lines)
{
    /// <summary>Discount codes to apply; one that does not apply is told of. Default none.</summary>
    public IReadOnlyList<string> DiscountCodes { get; init; } = [];

    /// <summary>The customer's language, such as <c>pt-BR</c>; null for the shop's.</summary>
    public string? Language { get; init; }
}
