using ShopBot.Shopping.Cart;
using ShopBot.Shopping.Catalog;

namespace ShopBot.Shopping;

/// <summary>What the shop remembers of a conversation.</summary>
public sealed record ShoppingState
{
    /// <summary>What the customer wants to buy.</summary>
    public ShoppingCart Cart { get; init; } = ShoppingCart.Empty;

    /// <summary>The list shown last, so that "more" can go on with it.</summary>
    public ShownList? Shown { get; init; }

    /// <summary>Orders paid in this chat, the oldest first; at most ten.</summary>
    public IReadOnlyList<string> OrderIds { get; init; } = [];
}

/// <summary>A list that was shown and has more pages.</summary>
/// <param name="Number">Rises with each list; a "more" button of another number is stale.</param>
/// <param name="Listing">What it lists; null for the collections.</param>
/// <param name="NextCursor">Where its next page begins; null when there is none.</param>
public sealed record ShownList(int Number, ProductListing? Listing, string? NextCursor);
