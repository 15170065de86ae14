namespace ShopBot.Shopping.Events;

/// <summary>A customer wants to hear when a sold-out variant is back. Whoever learns that it is looks here for whom to tell.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="VariantId">The variant.</param>
public sealed record StockWatched(string ProductId, string VariantId)
{
    /// <summary>The event's kind.</summary>
    public const string Kind = "stock.watched";

    /// <summary>How long a customer waits; afterwards nothing is said any more.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromDays(60);
}
