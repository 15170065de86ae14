using ShopBot.Shopping.Catalog;

namespace ShopBot.Shopping.Search;

/// <summary>A product as it is put into the index.</summary>
public sealed record SearchableProduct
{
    private const int MaxTitleWords = 40;
    private const int MaxOtherWords = 200;
    private const int MaxKeywordWords = 200;
    private const int MaxDescriptionWords = 300;

    /// <summary>Its id.</summary>
    public required string ProductId { get; init; }

    /// <summary>Its name; counts most.</summary>
    public required string Title { get; init; }

    /// <summary>Its name in other languages; found like the name. Null, the default: not told, those that are known stay.</summary>
    public IReadOnlyList<string>? OtherTitles { get; init; }

    /// <summary>Maker, kind, tags, options and article numbers; the first 200 words are kept.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>The description as plain text; counts least, and the first 300 words are kept.</summary>
    public string Description { get; init; } = "";

    /// <summary>The price, or the lowest of its variants' prices.</summary>
    public required Money LowestPrice { get; init; }

    /// <summary>Whether its variants have different prices.</summary>
    public bool PricesDiffer { get; init; }

    /// <summary>False when it is sold out.</summary>
    public bool Available { get; init; } = true;

    /// <summary>When the shop changed it last.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>When this was learnt.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    internal IndexEntry ToEntry()
    {
        var title = Words([Title], MaxTitleWords, []);
        var keywords = Words(Keywords, MaxKeywordWords, title);
        return new IndexEntry
        {
            ProductId = ProductId,
            Title = Title,
            LowestPrice = LowestPrice,
            PricesDiffer = PricesDiffer,
            Available = Available,
            TitleWords = title,
            OtherWords = OtherTitles is null ? null : Words(OtherTitles, MaxOtherWords, title),
            KeywordWords = keywords,
            DescriptionWords = Words([Description], MaxDescriptionWords, [.. title, .. keywords]),
            ChangedAt = ChangedAt,
            SeenAt = SeenAt,
        };
    }

    /// <summary>A word that stands in a weightier place is not kept again.</summary>
    private static List<string> Words(IEnumerable<string> texts, int count, IReadOnlyList<string> known) =>
        [.. texts.SelectMany(SearchWords.Split).Distinct(StringComparer.Ordinal).Except(known, StringComparer.Ordinal).Take(count)];
}
