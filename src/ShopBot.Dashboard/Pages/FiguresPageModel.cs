using System.ComponentModel;

namespace ShopBot.Dashboard.Pages;

/// <summary>A store's figures over some days.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FiguresPageModel
{
    /// <summary>By day, in order.</summary>
    public required IReadOnlyList<FigureDay> Days { get; init; }

    /// <summary>The shop's currency; null when not known.</summary>
    public string? Currency { get; init; }

    /// <summary>What Meta says messages cost; empty when it does not say.</summary>
    public IReadOnlyList<FigureCost> Costs { get; init; } = [];

    /// <summary>The steps from the first word to the order, with how many people came so far.</summary>
    public IReadOnlyList<(string Name, int People)> Steps =>
    [
        ("Conversations", Days.Sum(day => day.Conversations)),
        ("Saw a product", Days.Sum(day => day.Viewed)),
        ("Filled a cart", Days.Sum(day => day.Carts)),
        ("Went to checkout", Days.Sum(day => day.Checkouts)),
        ("Ordered", Days.Sum(day => day.Buyers)),
    ];

    /// <summary>What was paid, as text.</summary>
    public string Revenue => FigureText.Revenue(Days, Currency);

    /// <summary>Products, those that sold most first.</summary>
    public IReadOnlyList<FigureProduct> Products =>
    [
        .. Days.SelectMany(day => day.Products).GroupBy(product => product.Key)
            .Select(group => new FigureProduct(group.Key, group.Last().Title, group.Sum(p => p.Viewed), group.Sum(p => p.Carted), group.Sum(p => p.Pieces), group.Sum(p => p.Revenue)))
            .OrderByDescending(product => product.Revenue).ThenByDescending(product => product.Carted).ThenByDescending(product => product.Viewed).Take(20),
    ];

    /// <summary>Ways in, those that brought most first.</summary>
    public IReadOnlyList<FigureSource> Sources =>
    [
        .. Days.SelectMany(day => day.Sources).GroupBy(source => source.Source)
            .Select(group => new FigureSource(group.Key, group.Sum(s => s.Entered), group.Sum(s => s.Buyers))).OrderByDescending(source => source.Entered),
    ];

    /// <summary>Billed messages by pricing category.</summary>
    public IReadOnlyList<(string Category, long Messages)> Billed =>
        [.. Days.SelectMany(day => day.Billed).GroupBy(entry => entry.Key).Select(group => (group.Key, group.Sum(entry => entry.Value))).OrderByDescending(entry => entry.Item2)];
}

/// <summary>What messages of one pricing category cost.</summary>
/// <param name="Category">The category, such as <c>marketing</c>.</param>
/// <param name="Messages">How many.</param>
/// <param name="Cost">In the currency of the WhatsApp account.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record FigureCost(string Category, long Messages, decimal Cost);
