using ShopBot.Shopping.Catalog;

namespace ShopBot.Shopping.Cart;

/// <summary>A cart held against today's prices and stock.</summary>
/// <param name="Cart">The cart as it can be bought now.</param>
/// <param name="Gone">Names of what had to be taken out.</param>
/// <param name="Fewer">Lines of which fewer are left than wanted.</param>
/// <param name="Repriced">Lines whose price is another now.</param>
public sealed record CartReview(ShoppingCart Cart, IReadOnlyList<string> Gone, IReadOnlyList<CartLine> Fewer, IReadOnlyList<CartLine> Repriced)
{
    /// <summary>Whether the customer has to be told something.</summary>
    public bool Changed => Gone.Count + Fewer.Count + Repriced.Count > 0;

    /// <summary>The cart with what is left of its lines.</summary>
    internal static ShoppingCart Kept(ShoppingCart cart, IReadOnlyList<CartLine> lines) =>
        lines.Count == 0 ? ShoppingCart.Empty : cart with { Lines = lines, CodeAmount = lines.SequenceEqual(cart.Lines) ? cart.CodeAmount : null };

    /// <summary>Holds a cart against offers, given in the order of its lines.</summary>
    public static CartReview Of(ShoppingCart cart, IReadOnlyList<VariantOffer?> offers)
    {
        ArgumentNullException.ThrowIfNull(cart);
        ArgumentNullException.ThrowIfNull(offers);
        List<CartLine> kept = [], fewer = [], repriced = [];
        List<string> gone = [];
        foreach (var (line, offer) in cart.Lines.Zip(offers))
        {
            if (offer is not { Available: true } || offer.MostAvailable < 1)
            {
                gone.Add(line.Title);
                continue;
            }

            var now = line with { Price = offer.Price, Quantity = Math.Min(line.Quantity, offer.MostAvailable ?? int.MaxValue) };
            if (kept.Count > 0 && kept[0].Price.Currency != now.Price.Currency)
            {
                gone.Add(line.Title);
                continue;
            }

            kept.Add(now);
            if (now.Quantity < line.Quantity)
                fewer.Add(now);
            if (now.Price != line.Price)
                repriced.Add(now);
        }

        return new CartReview(Kept(cart, kept), gone, fewer, repriced);
    }
}
