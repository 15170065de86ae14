using System.Text.Json.Serialization;
using ShopBot.Shopping.Catalog;

namespace ShopBot.Shopping.Cart;

/// <summary>What a customer wants to buy. Changes make a new cart.</summary>
/// <param name="Lines">The lines, in the order they were put in; one per variant.</param>
public sealed record ShoppingCart(IReadOnlyList<CartLine> Lines)
{
    /// <summary>The most pieces of one variant a chat takes.</summary>
    public const int MaxQuantity = 99;

    /// <summary>The most lines a chat takes.</summary>
    public const int MaxLines = 50;

    /// <summary>A cart with nothing in it.</summary>
    public static ShoppingCart Empty { get; } = new([]);

    /// <summary>The discount code the customer wants to use; null for none.</summary>
    public string? Code { get; init; }

    /// <summary>What the code takes off this very cart; null when that is known only at the checkout.</summary>
    public Money? CodeAmount { get; init; }

    /// <summary>Whether it takes no further line.</summary>
    [JsonIgnore]
    public bool IsFull => Lines.Count >= MaxLines;

    /// <summary>How many pieces are in it.</summary>
    public int Pieces() => Lines.Sum(line => line.Quantity);

    /// <summary>How many of a variant are in it.</summary>
    /// <param name="variantId">The variant.</param>
    public int QuantityOf(string variantId) => Lines.FirstOrDefault(line => line.VariantId == variantId)?.Quantity ?? 0;

    /// <summary>What all of it costs before discounts; null when it is empty.</summary>
    public Money? Total() => Lines.Count == 0 ? null : Lines.Select(line => line.Total()).Aggregate((sum, next) => sum + next);

    /// <summary>Adds pieces of a variant, at today's price, up to what is available. Nothing is added when the currency is another.</summary>
    public ShoppingCart Add(VariantOffer offer, int quantity)
    {
        ArgumentNullException.ThrowIfNull(offer);
        return With(offer, QuantityOf(offer.Id) + quantity);
    }

    /// <summary>Puts a number of pieces of a variant into it, at today's price, up to what is available.</summary>
    /// <param name="offer">The variant today.</param>
    /// <param name="quantity">How many in all; from 1.</param>
    public ShoppingCart With(VariantOffer offer, int quantity)
    {
        ArgumentNullException.ThrowIfNull(offer);
        var most = Math.Max(1, Math.Min(offer.MostAvailable ?? MaxQuantity, MaxQuantity));
        var line = new CartLine(offer.Id, offer.FullTitle, offer.Price, Math.Clamp(quantity, 1, most));
        // A shop that changed its currency cannot add to prices of the old one.
        var kept = Lines.Where(old => old.VariantId == offer.Id || old.Price.Currency == offer.Price.Currency).ToList();
        if (kept.Exists(old => old.VariantId == offer.Id))
            return this with { Lines = [.. kept.Select(old => old.VariantId == offer.Id ? line : old).Where(old => old.Price.Currency == offer.Price.Currency)], CodeAmount = null };
        return kept.Count >= MaxLines ? this : this with { Lines = [.. kept, line], CodeAmount = null };
    }

    /// <summary>Takes variants out.</summary>
    public ShoppingCart Remove(params IReadOnlyCollection<string> variantIds)
    {
        var left = Lines.Where(line => !variantIds.Contains(line.VariantId)).ToList();
        return left.Count == 0 ? Empty : this with { Lines = left, CodeAmount = null };
    }
}
