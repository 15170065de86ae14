using System.Text;

namespace ShopBot.Shopify.Descriptions;

/// <summary>Text nodes as plain text: nothing invisible, nothing that would format by accident.</summary>
internal static class PlainText
{
    private const char Joiner = '\u200d';

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
            else if (!char.IsSurrogate(text[i]) && !IsInvisible(text[i]) && (text[i] != Joiner || JoinsSigns(text, i)))
                result.Append(text[i]);
        }

        return result.ToString().Normalize(NormalizationForm.FormC);
    }

    // White space among the control characters stays.
    private static bool IsInvisible(char c) =>
        c is '\u00ad' or '\u034f' or '\u061c' or '\u180e' or (>= '\u200b' and <= '\u200f' and not Joiner) or (>= '\u202a' and <= '\u202e')
            or (>= '\u2060' and <= '\u206f') or '\ufeff' or (>= '\ufff9' and <= '\ufffb')
            or (>= '\ufdd0' and <= '\ufdef') or '\ufffe' or '\uffff'
        || (char.IsControl(c) && !char.IsWhiteSpace(c));

    // A joiner holds the parts of an emoji together; between letters it is only invisible.
    private static bool JoinsSigns(string text, int at) =>
        at > 0 && at + 1 < text.Length
        && (char.IsSurrogate(text[at - 1]) || text[at - 1] == '\ufe0f' || char.IsSymbol(text[at - 1]))
        && (char.IsHighSurrogate(text[at + 1]) || char.IsSymbol(text[at + 1]));
}
