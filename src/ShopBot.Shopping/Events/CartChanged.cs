namespace ShopBot.Shopping.Events;

/// <summary>A cart changed.</summary>
/// <param name="Lines">How many lines it has now.</param>
/// <param name="Pieces">How many pieces it has now.</param>
public sealed record CartChanged(int Lines, int Pieces)
{
    /// <summary>The event's kind.</summary>
    public const string Kind = "cart.changed";

    /// <summary>The product that was put into it; null for any other change.</summary>
    public ProductNamed? Added { get; init; }
}
