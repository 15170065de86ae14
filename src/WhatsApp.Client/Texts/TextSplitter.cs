using System.Buffers;
using System.Globalization;

namespace WhatsApp.Client;

/// <summary>Finds where a long text may be cut.</summary>
internal static class TextSplitter
{
    private static readonly SearchValues<char> Closers = SearchValues.Create("\"')]}»”’*_~");
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?…؟।。！？");
    private static readonly SearchValues<char> WideSentenceEnds = SearchValues.Create("。！？");

    public static List<string> Split(string text, int limit)
    {
        var parts = new List<string>();
        for (var start = SkipBlanks(text, 0); start < text.Length;)
        {
            var length = PartLength(text.AsSpan(start), limit);
            parts.Add(text.Substring(start, length));
            start = SkipBlanks(text, start + length);
        }

        return parts;
    }

    /// <summary>Where to cut a text that starts with a visible character.</summary>
    private static int PartLength(ReadOnlySpan<char> text, int limit)
    {
        int paragraph = 0, line = 0, sentence = 0, word = 0;
        int end = 0, used = 0, blanks = 0, lineBreaks = 0;
        foreach (var character in new VisibleCharacters(text))
        {
            used += character.Length;
            if (character.IsBlank)
            {
                blanks++;
                lineBreaks += character.IsLineBreak ? 1 : 0;
                continue;
            }

            if (blanks > 0)
            {
                word = end;
                if (lineBreaks > 0)
                    line = end;
                if (lineBreaks > 1)
                    paragraph = end;
                if (EndsSentence(text[..end]))
                    sentence = end;
                blanks = lineBreaks = 0;
            }

            if (used > limit)
                return Best(end, paragraph, line, sentence, word) is > 0 and var best ? best : ForcedLength(text, limit);
            end = character.End;
            if (WideSentenceEnds.Contains(text[end - 1]))
                sentence = end;
        }

        return end;
    }

    // A short part costs a message more, so a border counts only in the second half; a word is kept whole wherever it starts.
    private static int Best(int end, int paragraph, int line, int sentence, int word)
    {
        if (paragraph * 2 >= end && paragraph > 0)
            return paragraph;
        if (line * 2 >= end && line > 0)
            return line;
        if (sentence * 2 >= end && sentence > 0)
            return sentence;
        return word > 0 ? word : end;
    }

    private static bool EndsSentence(ReadOnlySpan<char> text)
    {
        var last = text.LastIndexOfAnyExcept(Closers);
        return last >= 0 && SentenceEnds.Contains(text[last]);
    }

    // One visible character longer than a whole part, as only a hostile text has: its parts at least stay whole.
    private static int ForcedLength(ReadOnlySpan<char> text, int limit)
    {
        var element = StringInfo.GetNextTextElementLength(text);
        if (CodePoints.Count(text[..element]) <= limit)
            return element;
        var end = 0;
        for (; limit > 0 && end < text.Length; limit--)
            end += end + 1 < text.Length && char.IsSurrogatePair(text[end], text[end + 1]) ? 2 : 1;
        return end;
    }

    private static int SkipBlanks(string text, int start)
    {
        foreach (var character in new VisibleCharacters(text.AsSpan(start)))
        {
            if (!character.IsBlank)
                return start + character.Start;
        }

        return text.Length;
    }
}
