using System.Runtime.CompilerServices;

namespace WhatsApp.Client;

/// <summary>The ids or titles met so far in one message. Messages within their limits need no memory of their own.</summary>
internal struct SeenTexts
{
    private Few _few;
    private int _count;
    private HashSet<string>? _many;

    /// <summary>Remembers the text; false when it was there already.</summary>
    public bool Add(string text)
    {
        if (_many is not null)
            return _many.Add(text);
        for (var i = 0; i < _count; i++)
        {
            if (string.Equals(_few[i], text, StringComparison.Ordinal))
                return false;
        }

        if (_count < Few.Length)
            _few[_count++] = text;
        else
            _many = new HashSet<string>([.. (ReadOnlySpan<string>)_few, text], StringComparer.Ordinal);
        return true;
    }

    [InlineArray(Length)]
    private struct Few
    {
        public const int Length = 30;
        private string _first;
    }
}
