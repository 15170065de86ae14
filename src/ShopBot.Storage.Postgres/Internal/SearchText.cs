using System.Globalization;
using System.Text;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Search;

namespace ShopBot.Storage.Postgres.Internal;

/// <summary>How words stand in the indexes and in questions to them. Words are letters and digits alone, so that nothing in them is part of the question's language.</summary>
internal static class SearchText
{
    private const int MaxPositions = 16_000;

    /// <summary>The words with their weights, as PostgreSQL writes them.</summary>
    public static string Words(StoreId store, IndexEntry entry)
    {
        var (text, scope, position) = (new StringBuilder(), Scope(store), 0);
        foreach (var (words, weight) in new[] { (entry.TitleWords, "A"), (entry.KeywordWords, "B"), (entry.DescriptionWords, "C") })
        {
            foreach (var word in words)
                text.Append(CultureInfo.InvariantCulture, $"'{scope}{word}':{Math.Min(++position, MaxPositions)}{weight} ");
        }

        return text.ToString();
    }

    /// <summary>As <see cref="Words"/>, those of the title in other languages; null when they were not told.</summary>
    public static string? OtherWords(StoreId store, IndexEntry entry) =>
        entry.OtherWords is null ? null : string.Join(' ', entry.OtherWords.Select((word, i) => $"'{Scope(store)}{word}':{i + 1}A"));

    public static string Question(StoreId store, IndexQuery query)
    {
        var scope = Scope(store);
        return string.Join(query.All ? " & " : " | ", query.Terms.Select(term => Term(scope, term)));
    }

    public static string[] Terms(StoreId store, IndexQuery query)
    {
        var scope = Scope(store);
        return [.. query.Terms.Select(term => Term(scope, term))];
    }

    public static string[] Letters(StoreId store, string word)
    {
        var scope = Scope(store);
        return [.. SearchWords.Letters(word).Select(letters => scope + letters)];
    }

    private static string Term(string scope, IndexTerm term) =>
        $"({string.Join(" | ", term.Alternatives.Select(words => $"({string.Join(" & ", words.Select(word => $"'{scope}{word.Text}'{(word.IsBeginning ? ":*" : "")}"))})"))})";

    /// <summary>Twelve of the id's random digits: stores that share them share no rows, because the store is compared too.</summary>
    private static string Scope(StoreId store) => $"{store.Value.ToString("N", CultureInfo.InvariantCulture)[20..]}_";
}
