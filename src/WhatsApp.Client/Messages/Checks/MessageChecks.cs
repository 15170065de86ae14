namespace WhatsApp.Client;

/// <summary>
/// Collects the faults of one message while <see cref="OutgoingMessage.Check"/> runs. Lengths are code points, so that an emoji of one
/// code point counts as one; the platform does not document what it counts.
/// </summary>
public readonly ref struct MessageChecks
{
    private readonly ref List<MessageFault>? _found;
    private readonly bool _warnings;

    internal MessageChecks(ref List<MessageFault>? found, bool warnings = false)
    {
        _found = ref found;
        _warnings = warnings;
    }

    /// <summary>Reports a fault: the message is refused.</summary>
    /// <param name="path">Where in the request, in the platform's names.</param>
    /// <param name="kind">What is wrong there.</param>
    /// <param name="limit">The limit, where there is a number.</param>
    /// <param name="actual">The number found, beside <paramref name="limit"/>.</param>
    public void Add(MessagePath path, MessageFaultKind kind, int? limit = null, int? actual = null)
    {
        if (!_warnings)
            (_found ??= []).Add(new MessageFault(path.ToString(), kind, limit, actual));
    }

    /// <summary>Reports what the platform may refuse; the message is sent all the same. See <see cref="OutgoingMessage.Warnings"/>.</summary>
    /// <param name="path">Where in the request, in the platform's names.</param>
    /// <param name="kind">What may be wrong there.</param>
    /// <param name="limit">The limit, where there is a number.</param>
    /// <param name="actual">The number found, beside <paramref name="limit"/>.</param>
    public void Warn(MessagePath path, MessageFaultKind kind, int? limit = null, int? actual = null)
    {
        if (_warnings)
            (_found ??= []).Add(new MessageFault(path.ToString(), kind, limit, actual));
    }

    /// <summary>A text that must be there and not blank: <see cref="MessageFaultKind.Missing"/> or <see cref="MessageFaultKind.TooLong"/>.</summary>
    /// <param name="path">Where in the request.</param>
    /// <param name="text">The text found.</param>
    /// <param name="max">The largest number of code points; <see cref="int.MaxValue"/> for no limit.</param>
    public void Required(MessagePath path, string? text, int max)
    {
        if (string.IsNullOrWhiteSpace(text))
            Add(path, MessageFaultKind.Missing);
        else
            Length(path, text, max);
    }

    /// <summary>A text that may be absent but not empty: as <see cref="Required"/> unless it is null.</summary>
    /// <param name="path">Where in the request.</param>
    /// <param name="text">The text found; null for none.</param>
    /// <param name="max">The largest number of code points; <see cref="int.MaxValue"/> for no limit.</param>
    public void Optional(MessagePath path, string? text, int max)
    {
        if (text is not null)
            Required(path, text, max);
    }

    /// <summary>
    /// A text that is fine up to <paramref name="safe"/> code points and, by some of the platform's pages only, up to
    /// <paramref name="max"/>: a warning between the two, a fault above.
    /// </summary>
    /// <param name="path">Where in the request.</param>
    /// <param name="text">The text found.</param>
    /// <param name="safe">What every source allows.</param>
    /// <param name="max">What the most generous source allows.</param>
    public void Disputed(MessagePath path, string? text, int safe, int max)
    {
        Required(path, text, max);
        if (_warnings && text is { Length: var units } && units > safe && CodePoints.Count(text) is var length && length > safe && length <= max)
            Warn(path, MessageFaultKind.TooLong, safe, length);
    }

    /// <summary>A number of items: <see cref="MessageFaultKind.TooFew"/> or <see cref="MessageFaultKind.TooMany"/>.</summary>
    /// <param name="path">Where in the request.</param>
    /// <param name="actual">The number of items found.</param>
    /// <param name="min">The smallest number allowed.</param>
    /// <param name="max">The largest number allowed.</param>
    public void Count(MessagePath path, int actual, int min, int max)
    {
        if (actual < min)
            Add(path, MessageFaultKind.TooFew, min, actual);
        else if (actual > max)
            Add(path, MessageFaultKind.TooMany, max, actual);
    }

    /// <summary>A number: <see cref="MessageFaultKind.TooSmall"/> or <see cref="MessageFaultKind.TooLarge"/>. What is not a number is too large.</summary>
    /// <param name="path">Where in the request.</param>
    /// <param name="actual">The number found; reported rounded away from zero.</param>
    /// <param name="min">The smallest number allowed.</param>
    /// <param name="max">The largest number allowed.</param>
    public void Range(MessagePath path, double actual, int min, int max)
    {
        if (actual < min)
            Add(path, MessageFaultKind.TooSmall, min, Outward(actual));
        else if (!(actual <= max))
            Add(path, MessageFaultKind.TooLarge, max, Outward(actual));
    }

    /// <summary>An absolute http or https address: <see cref="MessageFaultKind.Missing"/> or <see cref="MessageFaultKind.Malformed"/>.</summary>
    /// <param name="path">Where in the request.</param>
    /// <param name="url">The address found.</param>
    public void WebAddress(MessagePath path, string? url)
    {
        if (string.IsNullOrWhiteSpace(url))
            Add(path, MessageFaultKind.Missing);
        else if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || !IsWebAddress(uri))
            Add(path, MessageFaultKind.Malformed);
    }

    internal void WebAddress(MessagePath path, Uri? url)
    {
        if (url is null)
            Add(path, MessageFaultKind.Missing);
        else if (!IsWebAddress(url))
            Add(path, MessageFaultKind.Malformed);
    }

    /// <summary>A reply id or a title: required, within its length, not surrounded by blanks, and the first of its kind.</summary>
    internal void Unique(MessagePath path, string? text, int max, ref SeenTexts seen)
    {
        Label(path, text, max);
        if (!string.IsNullOrWhiteSpace(text) && !seen.Add(text))
            Add(path, MessageFaultKind.Duplicate);
    }

    /// <summary>As <see cref="Label"/> unless the text is null.</summary>
    internal void OptionalLabel(MessagePath path, string? text, int max)
    {
        if (text is not null)
            Label(path, text, max);
    }

    /// <summary>A title or a button's label: required, within its length, not surrounded by blanks.</summary>
    internal void Label(MessagePath path, string? text, int max)
    {
        Required(path, text, max);
        if (!string.IsNullOrWhiteSpace(text) && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])))
            Add(path, MessageFaultKind.SurroundedByBlanks);
    }

    internal void Length(MessagePath path, string text, int max)
    {
        if (text.Length > max && CodePoints.Count(text) is var length && length > max)
            Add(path, MessageFaultKind.TooLong, max, length);
    }

    private static bool IsWebAddress(Uri url) => url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);

    private static int Outward(double number) =>
        double.IsNaN(number) ? int.MaxValue : (int)Math.Clamp(number < 0 ? Math.Floor(number) : Math.Ceiling(number), int.MinValue, int.MaxValue);
}
