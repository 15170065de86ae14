using System.Globalization;
using System.Text;

namespace ShopBot.Shopping.Search;

/// <summary>
/// Turns text into the words that are compared: lower case; Latin, Greek and Cyrillic without accents, Arabic and Hebrew without vowel signs and with one form of each letter; signs as
/// blanks. Scripts that write no blanks (Chinese, Japanese, Thai) become pairs of signs.
/// </summary>
public static class SearchWords
{
    private const int MaxLetters = 40;

    /// <summary>The words of a text in order; none is longer than 40 letters.</summary>
    /// <param name="text">Any text.</param>
    public static IEnumerable<string> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var word in Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!IsUnspaced(word[0]))
            {
                yield return WithoutArticle(word.Length > MaxLetters ? Cut(word) : word);
                continue;
            }

            for (var i = 0; i + 2 <= word.Length; i++)
                yield return word.Substring(i, 2);
            if (word.Length == 1)
                yield return word;
        }
    }

    /// <summary>Whether a word takes part in the correction of mistakes: 3 to 40 letters, and no digit.</summary>
    /// <param name="word">A folded word.</param>
    public static bool CanBeMisspelt(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length is >= 3 and <= MaxLetters && !word.Any(char.IsDigit) && !IsUnspaced(word[0]);
    }

    /// <summary>The groups of three letters of a word, its beginning and end marked by <c>_</c>: how near words are found.</summary>
    /// <param name="word">A folded word.</param>
    public static IEnumerable<string> Letters(string word)
    {
        var marked = $"_{word}_";
        return Enumerable.Range(0, Math.Max(0, marked.Length - 2)).Select(i => marked.Substring(i, 3)).Distinct(StringComparer.Ordinal);
    }

    private static string Fold(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var letter in Whole(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (IsDropped(letter.Value))
                continue;
            if (Rune.IsLetterOrDigit(letter) || IsPartOfWord(letter))
                Append(result, Rune.ToLowerInvariant(letter));
            else
                result.Append(' ');
        }

        return result.ToString().Normalize(NormalizationForm.FormC);
    }

    private static void Append(StringBuilder result, Rune letter)
    {
        // A script without blanks stands apart from the words around it.
        if (result.Length > 0 && result[^1] != ' ' && IsUnspaced(result[^1]) != (letter.IsBmp && IsUnspaced((char)letter.Value)))
            result.Append(' ');
        result.Append(letter.Value switch
        {
            'ß' => "ss",
            'ø' => "o",
            'æ' => "ae",
            'œ' => "oe",
            'ł' => "l",
            'đ' => "d",
            'ı' => "i",
            'ς' => "σ",
            0x0649 => "\u064A",
            0x0629 => "\u0647",
            0x06A9 => "\u0643",
            0x06CC => "\u064A",
            >= 0x0660 and <= 0x0669 => ((char)('0' + letter.Value - 0x0660)).ToString(),
            >= 0x06F0 and <= 0x06F9 => ((char)('0' + letter.Value - 0x06F0)).ToString(),
            >= 0x0966 and <= 0x096F => ((char)('0' + letter.Value - 0x0966)).ToString(),
            _ => letter.ToString(),
        });
    }

    /// <summary>Half of a pair of surrogates, which no text should have and a cut one may, cannot be normalised.</summary>
    private static string Whole(string text) => text.EnumerateRunes().Any(static rune => rune == Rune.ReplacementChar)
        ? string.Concat(text.EnumerateRunes().Select(static rune => rune == Rune.ReplacementChar ? " " : rune.ToString()))
        : text;

    /// <summary>Accents (after decomposition, so also those above alef), Hebrew points, Arabic vowel signs and the stretching line, the Hindi dot, invisible joiners.</summary>
    private static bool IsDropped(int letter) => letter is
        (>= 0x0300 and <= 0x036F) or (>= 0x0591 and <= 0x05C7) or (>= 0x064B and <= 0x065F) or 0x0670 or 0x0640 or 0x093C or (>= 0x200B and <= 0x200F) or 0xFE0E or 0xFE0F;

    /// <summary>Vowel signs of the Indic and south-east Asian scripts.</summary>
    private static bool IsPartOfWord(Rune letter) =>
        Rune.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark && letter.Value is >= 0x0900 and <= 0x1CFF;

    private static bool IsUnspaced(char letter) => letter is (>= '\u0E00' and <= '\u0EFF') or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF');

    /// <summary>The Arabic article is written together with its word.</summary>
    private static string WithoutArticle(string word) => word.Length >= 5 && word.StartsWith("\u0627\u0644", StringComparison.Ordinal) ? word[2..] : word;

    private static string Cut(string word) => char.IsHighSurrogate(word[MaxLetters - 1]) ? word[..(MaxLetters - 1)] : word[..MaxLetters];
}
