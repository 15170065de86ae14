using System.Globalization;
using System.Text;

namespace Shopify.Client;

/// <summary>What happens to text of people before it may stand in a search.</summary>
internal static class SearchText
{
    /// <summary>How much of a shopper's text counts.</summary>
    public const int MaxUserText = 100;

    private static readonly char[] Edges = [':', '(', ')', '\'', '*', '-'];

    /// <summary>One line without control and invisible characters, blanks joined, cut without breaking a character.</summary>
    public static string Clean(string? text, int maxLength)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? string.Empty).EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > maxLength)
                break;
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                    clean.Append(' ');
            }
            else if (!IsInvisible(rune))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>
    /// The words, each without what is syntax at its edges. Quotes part words as blanks do; operators and lone punctuation are no words.
    /// </summary>
    public static string[] Words(string? text) =>
        [.. Clean(text, MaxUserText).Split([' ', '"'], StringSplitOptions.RemoveEmptyEntries)
            .Select(static word => word.Trim(Edges))
            .Where(static word => word is not ("AND" or "OR" or "NOT") && SaysSomething(word))];

    /// <summary>The word outside of quotes.</summary>
    public static string Escape(string word)
    {
        if (word.AsSpan().IndexOfAny(@":\()") < 0)
            return word;
        var escaped = new StringBuilder(word.Length + 4);
        foreach (var c in word)
        {
            if (c is ':' or '\\' or '(' or ')')
                escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>The text inside quotes.</summary>
    public static string Quote(string value) =>
        $"\"{value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static bool SaysSomething(string word)
    {
        foreach (var rune in word.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber)
                return true;
        }

        return false;
    }

    // Text direction, soft hyphens and the like; the joiners belong to words and emoji.
    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D);
}
