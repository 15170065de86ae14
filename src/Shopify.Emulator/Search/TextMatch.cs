using System.Globalization;
using System.Text;

namespace Shopify.Emulator.Search;

/// <summary>How search terms meet values: without case and accents, by whole words, with a trailing <c>*</c> as prefix.</summary>
internal static class TextMatch
{
    /// <summary>Whether the words of the term stand in the text, one after the other.</summary>
    public static bool Words(SearchTerm term, string text)
    {
        var (wanted, words) = (Split(term.Value), Split(text));
        if (wanted.Count == 0) return !term.IsPrefix || words.Count > 0;
        for (var start = 0; start + wanted.Count <= words.Count; start++)
        {
            var hit = true;
            for (var i = 0; hit && i < wanted.Count; i++)
                hit = words[start + i] == wanted[i]
                    || (term.IsPrefix && i == wanted.Count - 1 && words[start + i].StartsWith(wanted[i], StringComparison.Ordinal));
            if (hit) return true;
        }

        return false;
    }

    /// <summary>Whether the whole value is the term's.</summary>
    public static bool Exact(SearchTerm term, string? value) => value is not null && (term.IsPrefix
        ? Fold(value).StartsWith(Fold(term.Value), StringComparison.Ordinal)
        : Fold(value) == Fold(term.Value));

    public static bool Number(SearchTerm term, decimal? value) => value is { } number
        && (term.IsExistence || (decimal.TryParse(term.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var wanted)
            && Compare(term.Comparator, number.CompareTo(wanted))));

    public static bool Time(SearchTerm term, DateTimeOffset? value) => value is { } time
        && (term.IsExistence || (DateTimeOffset.TryParse(term.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var wanted)
            && Compare(term.Comparator, time.CompareTo(wanted))));

    public static bool Flag(SearchTerm term, bool value) => bool.TryParse(term.Value, out var wanted) && wanted == value;

    private static bool Compare(string comparator, int order) => comparator switch
    {
        "<" => order < 0,
        "<=" => order <= 0,
        ">" => order > 0,
        ">=" => order >= 0,
        _ => order == 0,
    };

    private static List<string> Split(string text)
    {
        List<string> words = [];
        var word = new StringBuilder();
        foreach (var c in Fold(text))
        {
            if (char.IsLetterOrDigit(c)) word.Append(c);
            else if (word.Length > 0) Flush();
        }

        if (word.Length > 0) Flush();
        return words;

        void Flush()
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) folded.Append(char.ToLowerInvariant(c));
        return folded.ToString();
    }
}
