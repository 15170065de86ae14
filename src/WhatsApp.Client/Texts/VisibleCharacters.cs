using System.Buffers;
using System.Globalization;

namespace WhatsApp.Client;

/// <summary>
/// Walks over what a reader sees as characters: grapheme clusters, with the consonants that Indic scripts join in one (Unicode's rule
/// GB9c), which the framework leaves apart.
/// </summary>
internal ref struct VisibleCharacters(ReadOnlySpan<char> text)
{
    private const char Joiner = '\u200D';
    private static readonly SearchValues<char> Viramas = SearchValues.Create("\u094D\u09CD\u0ACD\u0B4D\u0C4D\u0D4D");

    private readonly ReadOnlySpan<char> _text = text;
    private int _next;

    public VisibleCharacter Current { get; private set; }

    public readonly VisibleCharacters GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_next == _text.Length)
            return false;
        var start = _next;
        do
            _next += StringInfo.GetNextTextElementLength(_text[_next..]);
        while (_next < _text.Length && char.IsLetter(_text[_next]) && JoinsNext(_text[start.._next]));
        var cluster = _text[start.._next];
        Current = new VisibleCharacter(start, _next, CodePoints.Count(cluster), cluster.IsWhiteSpace(), IsLineBreak(cluster));
        return true;
    }

    private static bool JoinsNext(ReadOnlySpan<char> cluster)
    {
        cluster = cluster.TrimEnd(Joiner);
        return cluster.Length > 1 && Viramas.Contains(cluster[^1]);
    }

    private static bool IsLineBreak(ReadOnlySpan<char> cluster) => cluster is "\r\n" or ['\n' or '\r' or '\u0085' or '\u2028' or '\u2029'];
}
