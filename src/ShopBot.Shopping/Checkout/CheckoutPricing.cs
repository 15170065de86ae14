using ShopBot.Shopping.Catalog;

namespace ShopBot.Shopping.Checkout;

/// <summary>What an order would cost.</summary>
public sealed record CheckoutPricing
{
    /// <summary>What the codes take off; null when that is not known before the checkout.</summary>
    public Money? Discount { get; init; }

    /// <summary>Codes that do not apply to this order.</summary>
    public IReadOnlyList<string> RefusedCodes { get; init; } = [];
}
