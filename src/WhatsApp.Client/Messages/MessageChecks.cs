namespace WhatsApp.Client;

/// <summary>Collects the faults of one message. Lengths are code points, so that an emoji is one; the platform does not document what it counts.</summary>
internal sealed class MessageChecks
{
    private List<MessageFault>? _faults;

    public IReadOnlyList<MessageFault> Faults => _faults ?? (IReadOnlyList<MessageFault>)[];

    public void Add(string path, MessageFaultKind kind, int? limit = null, int? actual = null) =>
        (_faults ??= []).Add(new MessageFault(path, kind, limit, actual));

    public void Required(string path, string? text, int max)
    {
        if (string.IsNullOrWhiteSpace(text))
            Add(path, MessageFaultKind.Missing);
        else
            Length(path, text, max);
    }

    public void Optional(string path, string? text, int max)
    {
        if (text is not null)
            Required(path, text, max);
    }

    /// <summary>A reply id or a title: required, within its length, not surrounded by blanks, and the first of its kind.</summary>
    public void Unique(string path, string? text, int max, HashSet<string> seen)
    {
        Required(path, text, max);
        if (string.IsNullOrWhiteSpace(text))
            return;
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
            Add(path, MessageFaultKind.SurroundedByBlanks);
        if (!seen.Add(text))
            Add(path, MessageFaultKind.Duplicate);
    }

    public void Count(string path, int actual, int min, int max)
    {
        if (actual < min)
            Add(path, MessageFaultKind.TooFew, min, actual);
        else if (actual > max)
            Add(path, MessageFaultKind.TooMany, max, actual);
    }

    public void WebAddress(string path, string? url)
    {
        if (string.IsNullOrWhiteSpace(url))
            Add(path, MessageFaultKind.Missing);
        else if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
            Add(path, MessageFaultKind.Malformed);
    }

    public void Length(string path, string text, int max)
    {
        if (text.Length <= max)
            return;
        var length = CodePoints(text);
        if (length > max)
            Add(path, MessageFaultKind.TooLong, max, length);
    }

    private static int CodePoints(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                count--;
        }

        return count;
    }
}
