using ShopBot.Shopping.Catalog;

namespace ShopBot.Shopping.Cart;

/// <summary>What a customer wants to buy. Changes make a new cart.</summary>
/// <param name="Lines">The lines, in the order they were put in; one per variant.</param>
public sealed record ShoppingCart(IReadOnlyList<CartLine> Lines)
{
    /// <summary>The most pieces of one variant a chat takes.</summary>
    public const int MaxQuantity = 99;

    /// <summary>A cart with nothing in it.</summary>
    public static ShoppingCart Empty { get; } = new([]);

    /// <summary>How many pieces are in it.</summary>
    public int Pieces() => Lines.Sum(line => line.Quantity);

    /// <summary>What all of it costs; null when it is empty.</summary>
    public Money? Total() => Lines.Count == 0 ? null : Lines.Select(line => line.Total()).Aggregate((sum, next) => sum + next);

    /// <summary>Adds pieces of a variant, at today's price, up to what is available.</summary>
    public ShoppingCart Add(VariantOffer offer, int quantity)
    {
        ArgumentNullException.ThrowIfNull(offer);
        var known = Lines.FirstOrDefault(line => line.VariantId == offer.Id);
        var most = Math.Min(offer.MostAvailable ?? MaxQuantity, MaxQuantity);
        var line = new CartLine(offer.Id, offer.FullTitle, offer.Price, Math.Min((known?.Quantity ?? 0) + quantity, Math.Max(most, 1)));
        return known is null
            ? new ShoppingCart([.. Lines, line])
            : new ShoppingCart([.. Lines.Select(old => old.VariantId == offer.Id ? line : old)]);
    }

    /// <summary>Takes variants out.</summary>
    public ShoppingCart Remove(params IReadOnlyCollection<string> variantIds) =>
        new([.. Lines.Where(line => !variantIds.Contains(line.VariantId))]);
}
