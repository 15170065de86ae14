using ShopBot.Shopping.Catalog;

namespace ShopBot.Shopping.Checkout;

/// <summary>One line of a checkout.</summary>
/// <param name="VariantId">What.</param>
/// <param name="Quantity">How many; from 1.</param>
public sealed record CheckoutLine(string VariantId, int Quantity)
{
    /// <summary>What the customer was told one piece costs; null (the default) when nothing was said. Another price comes back as a change.</summary>
    public Money? Price { get; init; }
}
