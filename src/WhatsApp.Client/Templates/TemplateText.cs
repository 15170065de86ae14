using System.Text;

namespace WhatsApp.Client;

/// <summary>What may stand in a text parameter of a template: no line break, no tab, at most four blanks in a row, and not nothing.</summary>
public static class TemplateText
{
    private const int MaxBlanks = 4;

    /// <summary>
    /// Makes a text fit for a parameter: a run of blanks with a line break or a tab in it, or longer than four, becomes one blank; blanks
    /// at both ends go. What is left may be empty, which the platform refuses too.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        if (IsClean(text))
            return text;

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && char.IsWhiteSpace(text[end]))
                end++;
            var blanks = text.AsSpan(i, end - i);
            if (blanks.IsEmpty)
                clean.Append(text[end++]);
            else if (IsClean(blanks))
                clean.Append(blanks);
            else
                clean.Append(' ');
            i = end;
        }

        return clean.ToString();
    }

    /// <summary>Whether the platform takes the text as it is. An empty text has nothing forbidden in it.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsClean(ReadOnlySpan<char> text)
    {
        var blanks = 0;
        foreach (var sign in text)
        {
            if (sign is '\t' or '\n' or '\v' or '\f' or '\r' or '\u0085' or '\u2028' or '\u2029')
                return false;
            blanks = char.IsWhiteSpace(sign) ? blanks + 1 : 0;
            if (blanks > MaxBlanks)
                return false;
        }

        return true;
    }
}
