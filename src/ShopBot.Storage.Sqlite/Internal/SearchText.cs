using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Search;

namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>How words stand in the full-text index and in questions to it. Words are letters and digits alone, so that nothing in them is part of the question's language.</summary>
internal static class SearchText
{
    /// <summary>The words of one column.</summary>
    public static string Column(StoreId store, IReadOnlyList<string> words) => string.Join(' ', words.Select(word => Word(store, word)));

    public static string Question(StoreId store, IndexQuery query)
    {
        var terms = query.Terms.Select(term => $"({string.Join(" OR ", term.Alternatives.Select(words => Alternative(store, words)))})");
        return string.Join(query.All ? " AND " : " OR ", terms);
    }

    /// <summary>Tells whether two entries would be stored alike.</summary>
    public static byte[] Digest(IndexEntry entry) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\u001F',
        [
            entry.Title, Price(entry), entry.LowestPrice.Currency, entry.PricesDiffer ? "1" : "0", entry.Available ? "1" : "0",
            string.Join(' ', entry.TitleWords), string.Join(' ', entry.OtherWords ?? []), string.Join(' ', entry.KeywordWords), string.Join(' ', entry.DescriptionWords),
        ])));

    public static string Price(IndexEntry entry) => entry.LowestPrice.Amount.ToString(CultureInfo.InvariantCulture);

    private static string Alternative(StoreId store, IReadOnlyList<IndexWord> words) =>
        $"({string.Join(" AND ", words.Select(word => $"\"{Word(store, word.Text)}\"{(word.IsBeginning ? " *" : "")}"))})";

    private static string Word(StoreId store, string word) => $"{store.Value:N}_{word}";
}
