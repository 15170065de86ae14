using ShopBot.Shopping.Checkout;

namespace ShopBot.Shopping.Cart;

/// <summary>A cart held against what the checkout made of it.</summary>
internal static class CheckoutReview
{
    public static CartReview Of(ShoppingCart cart, IReadOnlyList<CheckoutChange> changes)
    {
        List<CartLine> kept = [], fewer = [], repriced = [];
        List<string> gone = [];
        foreach (var line in cart.Lines)
        {
            var now = line;
            foreach (var change in changes.Where(change => change.VariantId == line.VariantId))
            {
                now = change switch
                {
                    { Kind: CheckoutChangeKind.Fewer, Quantity: > 0 } => now with { Quantity = change.Quantity },
                    { Kind: CheckoutChangeKind.Repriced, Price: { } price } => now with { Price = price },
                    { Kind: CheckoutChangeKind.Repriced } => now,
                    _ => now with { Quantity = 0 },
                };
            }

            if (now.Quantity == 0)
            {
                gone.Add(line.Title);
                continue;
            }

            kept.Add(now);
            if (now.Quantity != line.Quantity)
                fewer.Add(now);
            if (now.Price != line.Price)
                repriced.Add(now);
        }

        return new CartReview(CartReview.Kept(cart, kept), gone, fewer, repriced);
    }
}
