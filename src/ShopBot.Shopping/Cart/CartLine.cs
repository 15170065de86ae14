using ShopBot.Shopping.Catalog;

namespace ShopBot.Shopping.Cart;

/// <summary>One line of a cart.</summary>
/// <param name="VariantId">What.</param>
/// <param name="Title">Its name when it was put in.</param>
/// <param name="Price">What one cost when it was last looked up.</param>
/// <param name="Quantity">How many; from 1.</param>
public sealed record CartLine(string VariantId, string Title, Money Price, int Quantity)
{
    /// <summary>The price of the line.</summary>
    public Money Total() => Price * Quantity;
}
