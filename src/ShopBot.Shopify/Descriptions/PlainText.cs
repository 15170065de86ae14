using System.Text;

namespace ShopBot.Shopify.Descriptions;

/// <summary>Text nodes as plain text: nothing invisible, nothing that would format by accident.</summary>
internal static class PlainText
{
    /// <summary>White space as a browser collapses it; invisible, control and direction characters and broken surrogates dropped.</summary>
    public static string Collapse(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in Clean(text).EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune))
                result.Append(rune.ToString());
            else if (result.Length == 0 || result[^1] != ' ')
                result.Append(' ');
        }

        return result.ToString();
    }

    /// <summary>As <see cref="Collapse"/>, but blanks stay: a line of preformatted text.</summary>
    public static string Keep(string line) => Clean(line).Replace('\t', ' ').Replace('\u00a0', ' ').TrimEnd();

    /// <summary>WhatsApp has no escape character, so markers in running text become look-alikes; web addresses stay untouched.</summary>
    public static string Neutralise(string text)
    {
        if (text.AsSpan().IndexOfAny("*~`_<") < 0)
            return text;
        var result = new StringBuilder(text.Length);
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf(' ', start) is var blank and >= 0 ? blank + 1 : text.Length;
            var word = text.AsSpan(start, end - start);
            if (word.StartsWith("https://", StringComparison.Ordinal) || word.StartsWith("http://", StringComparison.Ordinal))
                result.Append(word);
            else
                AppendNeutral(result, word);
            start = end;
        }

        return result.ToString();
    }

    private static void AppendNeutral(StringBuilder result, ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var before = i > 0 ? word[i - 1] : ' ';
            var after = i + 1 < word.Length ? word[i + 1] : ' ';
            result.Append(word[i] switch
            {
                '*' => char.IsDigit(before) && char.IsDigit(after) ? '×' : '∗',
                '~' => '∼',
                '`' => 'ʼ',
                '_' when !char.IsLetterOrDigit(before) || !char.IsLetterOrDigit(after) => 'ˍ',
                '<' when char.IsAsciiLetter(after) || after is '/' or '!' or '?' => '‹',
                var c => c,
            });
        }
    }

    private static string Clean(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                result.Append(text[i]).Append(text[++i]);
            else if (!char.IsSurrogate(text[i]) && !IsInvisible(text[i]))
                result.Append(text[i]);
        }

        return result.ToString().Normalize(NormalizationForm.FormC);
    }

    // The joiner U+200D stays: it holds emoji together. So does white space among the control characters.
    private static bool IsInvisible(char c) =>
        c is '\u00ad' or '\u200b' or '\u200c' or '\u2060' or '\ufeff' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069')
            or (>= '\ufdd0' and <= '\ufdef') or '\ufffe' or '\uffff'
        || (char.IsControl(c) && !char.IsWhiteSpace(c));
}
