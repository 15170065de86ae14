namespace ShopBot.Shopping.Events;

/// <summary>A cart changed.</summary>
/// <param name="Lines">How many lines it has now.</param>
/// <param name="Pieces">How many pieces it has now.</param>
public sealed record CartChanged(int Lines, int Pieces)
{
    /// <summary>The event's kind.</summary>
    public const string Kind = "cart.changed";
}
