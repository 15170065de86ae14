using ShopBot.Shopping.Catalog;

namespace ShopBot.Shopping.Checkout;

/// <summary>How a line of a checkout differs from what was asked.</summary>
/// <param name="VariantId">Which line.</param>
/// <param name="Kind">In what.</param>
public sealed record CheckoutChange(string VariantId, CheckoutChangeKind Kind)
{
    /// <summary>How many are left in the checkout; 0 for a line that was taken out.</summary>
    public int Quantity { get; init; }

    /// <summary>What one piece costs now; set for <see cref="CheckoutChangeKind.Repriced"/>.</summary>
    public Money? Price { get; init; }
}
