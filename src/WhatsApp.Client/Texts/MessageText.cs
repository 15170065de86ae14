namespace WhatsApp.Client;

/// <summary>
/// Fits texts into the platform's limits without breaking what a reader sees as one character: an emoji with its skin tone, a family, a
/// flag, a letter with its accents. Lengths are code points, as everywhere in this package.
/// </summary>
public static class MessageText
{
    /// <summary>The most code points one text message may have.</summary>
    public const int MaxLength = 4096;

    /// <summary>The length this package checks limits with: a pair of surrogates is one, and so is each part of a composed emoji.</summary>
    /// <param name="text">Any text.</param>
    public static int Length(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return CodePoints.Count(text);
    }

    /// <summary>
    /// The text if it is short enough, else its beginning, without blanks at the cut, and an ellipsis. When not even the first character a
    /// reader sees fits, only the ellipsis is left.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="limit">The most code points of the result, the ellipsis included.</param>
    /// <param name="ellipsis">What shows that something was cut. Empty for nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below one or below the ellipsis.</exception>
    public static string Fit(string text, int limit, string ellipsis = "…")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(ellipsis);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, Math.Max(1, CodePoints.Count(ellipsis)));
        if (text.Length <= limit || CodePoints.Count(text) <= limit)
            return text;

        var room = limit - CodePoints.Count(ellipsis);
        int end = 0, used = 0;
        foreach (var character in new VisibleCharacters(text))
        {
            used += character.Length;
            if (used > room)
                break;
            if (!character.IsBlank)
                end = character.End;
        }

        var kept = text.AsSpan(0, end);
        return text.AsSpan(end).IsWhiteSpace() ? kept.ToString() : string.Concat(kept, ellipsis);
    }

    /// <summary>
    /// Cuts a long text into parts, each short enough for a message, in order. Cuts after a paragraph if one ends in the second half of the
    /// part, else after a line, a sentence or a word; a word is cut only when it is longer than a part. Nothing is lost but blanks and line
    /// breaks at both ends of a part, and no part is blank: a blank text gives none.
    /// </summary>
    /// <param name="text">Any text. One that is short enough comes back as it is.</param>
    /// <param name="limit">The most code points of a part, at least one: 4,096 for a text message, 1,024 for a caption.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below one.</exception>
    public static IReadOnlyList<string> Split(string text, int limit = MaxLength)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        if (string.IsNullOrWhiteSpace(text))
            return [];
        return text.Length <= limit || CodePoints.Count(text) <= limit ? [text] : TextSplitter.Split(text, limit);
    }

    /// <summary>
    /// A long text as messages, cut as <see cref="Split"/> does. Each is billed. The platform may show them in another order than they were
    /// sent in, unless each is sent only when the one before was delivered.
    /// </summary>
    /// <param name="text">Any text; a blank one gives no message.</param>
    public static IReadOnlyList<TextMessage> ToMessages(string text) => [.. Split(text).Select(part => new TextMessage(part))];
}
