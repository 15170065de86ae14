using ShopBot.Shopping.Catalog;

namespace ShopBot.Shopping.Search;

/// <summary>A product as an index keeps it.</summary>
public sealed record IndexEntry
{
    /// <summary>Its id.</summary>
    public required string ProductId { get; init; }

    /// <summary>Its name, as it is shown.</summary>
    public required string Title { get; init; }

    /// <summary>The price, or the lowest of its variants' prices.</summary>
    public required Money LowestPrice { get; init; }

    /// <summary>Whether its variants have different prices.</summary>
    public bool PricesDiffer { get; init; }

    /// <summary>False when it is sold out.</summary>
    public bool Available { get; init; } = true;

    /// <summary>The folded words of the title, each once.</summary>
    public required IReadOnlyList<string> TitleWords { get; init; }

    /// <summary>The folded words of its name in other languages, which count like those of the title; null: not told, those that are known stay.</summary>
    public IReadOnlyList<string>? OtherWords { get; init; }

    /// <summary>The folded words that count less, each once.</summary>
    public required IReadOnlyList<string> KeywordWords { get; init; }

    /// <summary>The folded words that count least, each once.</summary>
    public required IReadOnlyList<string> DescriptionWords { get; init; }

    /// <summary>When the shop changed it last. Kept to the millisecond.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>When this was learnt. Kept to the millisecond.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>The words that spelling mistakes are compared with: letters of titles and keywords, neither very short nor very long.</summary>
    public IEnumerable<string> Vocabulary() => TitleWords.Concat(OtherWords ?? []).Concat(KeywordWords).Where(SearchWords.CanBeMisspelt).Distinct(StringComparer.Ordinal);
}
