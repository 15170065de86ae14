using System.Text;

namespace ShopBot.Shopify.Descriptions;

/// <summary>Puts words into lines: at most one blank line between blocks, indentation for lists, a sign before quoted lines.</summary>
internal sealed class LineWriter
{
    private readonly StringBuilder _text = new();
    private int _wantedBreaks;
    private bool _wantsSpace;
    private bool _lastWasQuoted;

    /// <summary>How deep in quotations; every level begins its lines with <c>&gt; </c>, of which WhatsApp shows one.</summary>
    public int Quotes { get; set; }

    /// <summary>Blanks before the next line of a list.</summary>
    public string Indent { get; set; } = "";

    /// <summary>Whether the next words would touch a letter or digit.</summary>
    public bool TouchesWord => _wantedBreaks == 0 && !_wantsSpace && _text.Length > 0 && char.IsLetterOrDigit(_text[^1]);

    public void Put(string words)
    {
        if (_text.Length == 0 || _wantedBreaks > 0)
            BeginLine();
        else if (_wantsSpace && words[0] != ' ' && _text[^1] != ' ')
            _text.Append(' ');
        _wantedBreaks = 0;
        _wantsSpace = false;
        _text.Append(words);
    }

    public void Break(int lines)
    {
        _wantedBreaks = Math.Max(_wantedBreaks, lines);
        _wantsSpace = false;
    }

    public void Space() => _wantsSpace = true;

    public override string ToString() => string.Join('\n', _text.ToString().Split('\n').Select(line => line.TrimEnd())).Trim();

    private void BeginLine()
    {
        var isQuoted = Quotes > 0;
        if (_text.Length > 0)
        {
            _text.Append('\n');
            if (_wantedBreaks > 1)
                _text.Append(isQuoted && _lastWasQuoted ? ">\n" : "\n");
        }

        _text.Append(isQuoted ? "> " : "").Append(Indent);
        _lastWasQuoted = isQuoted;
    }
}
