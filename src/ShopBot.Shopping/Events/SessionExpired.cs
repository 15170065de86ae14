namespace ShopBot.Shopping.Events;

/// <summary>A customer has been silent for so long that the visit is over.</summary>
/// <param name="Lines">How many lines the cart has.</param>
/// <param name="Pieces">How many pieces the cart has.</param>
public sealed record SessionExpired(int Lines, int Pieces)
{
    /// <summary>The event's kind.</summary>
    public const string Kind = "session.expired";
}
