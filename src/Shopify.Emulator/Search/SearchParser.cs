using System.Text;

namespace Shopify.Emulator.Search;

/// <summary>
/// Parser of Shopify's search language. AND binds tighter than OR; a malformed query never fails, it is read as well as possible.
/// </summary>
internal sealed class SearchParser
{
    private readonly string _text;
    private int _at;

    private SearchParser(string text) => _text = text;

    /// <summary>The expression, or null when the text holds no term.</summary>
    public static SearchNode? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var parser = new SearchParser(text);
        List<SearchNode> parts = [];
        while (parser.More())
        {
            if (parser.Any() is { } part) parts.Add(part);
            else parser._at++;
        }

        return parts.Count switch { 0 => null, 1 => parts[0], _ => new SearchAll(parts) };
    }

    private SearchNode? Any()
    {
        List<SearchNode> parts = [];
        do
        {
            if (All() is { } part) parts.Add(part);
        }
        while (Word("OR"));
        return parts.Count switch { 0 => null, 1 => parts[0], _ => new SearchAny(parts) };
    }

    private SearchNode? All()
    {
        List<SearchNode> parts = [];
        while (More() && !Ahead("OR") && _text[_at] != ')')
        {
            if (Word("AND")) continue;
            if (One() is { } part) parts.Add(part);
        }

        return parts.Count switch { 0 => null, 1 => parts[0], _ => new SearchAll(parts) };
    }

    private SearchNode? One()
    {
        if (Word("NOT")) return More() && One() is { } not ? new SearchNot(not) : null;
        if (_text[_at] == '-' && _at + 1 < _text.Length && !char.IsWhiteSpace(_text[_at + 1]))
        {
            _at++;
            return One() is { } not ? new SearchNot(not) : null;
        }

        if (_text[_at] != '(') return Term();
        _at++;
        var inner = Any();
        if (More() && _text[_at] == ')') _at++;
        return inner;
    }

    private SearchNode? Term()
    {
        var field = Field();
        var comparator = field is null ? "" : Comparator();
        if (field is not null && _at < _text.Length && _text[_at] == '(')
        {
            // field:(a OR b) groups values of one field; the terms inside inherit it.
            _at++;
            var group = Any();
            if (More() && _text[_at] == ')') _at++;
            return group is null ? null : Inherit(group, field);
        }

        var first = Value(field, comparator);
        if (field is null || _at >= _text.Length || _text[_at] != ',') return first;
        List<SearchNode> values = [first];
        while (_at < _text.Length && _text[_at] == ',')
        {
            _at++;
            values.Add(Value(field, comparator));
        }

        return new SearchAny(values);
    }

    private SearchTerm Value(string? field, string comparator)
    {
        if (_at < _text.Length && _text[_at] is '"' or '\'')
        {
            var quote = _text[_at++];
            var quoted = Read(c => c == quote);
            if (_at < _text.Length) _at++;
            return new(field, comparator, quoted, IsQuoted: true, IsPrefix: false);
        }

        var value = Read(c => char.IsWhiteSpace(c) || c is '(' or ')' || (c == ',' && field is not null));
        var prefix = value.EndsWith('*');
        return new(field, comparator, prefix ? value[..^1] : value, IsQuoted: false, prefix);
    }

    private string Read(Func<char, bool> ends)
    {
        var value = new StringBuilder();
        for (; _at < _text.Length && !ends(_text[_at]); _at++)
        {
            if (_text[_at] == '\\' && _at + 1 < _text.Length) _at++;
            value.Append(_text[_at]);
        }

        return value.ToString();
    }

    private string? Field()
    {
        var end = _at;
        while (end < _text.Length && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] is '_' or '.')) end++;
        if (end == _at || end >= _text.Length || _text[end] != ':' || !char.IsAsciiLetter(_text[_at])) return null;
        var field = _text[_at..end].ToLowerInvariant();
        _at = end + 1;
        return field;
    }

    private string Comparator()
    {
        foreach (var comparator in (ReadOnlySpan<string>)["<=", ">=", "<", ">"])
        {
            if (!_text.AsSpan(_at).StartsWith(comparator)) continue;
            _at += comparator.Length;
            return comparator;
        }

        return "";
    }

    private bool More()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
        return _at < _text.Length;
    }

    private bool Ahead(string word) => More() && _text.AsSpan(_at).StartsWith(word)
        && (_at + word.Length == _text.Length || char.IsWhiteSpace(_text[_at + word.Length]) || _text[_at + word.Length] == '(');

    private bool Word(string word)
    {
        if (!Ahead(word)) return false;
        _at += word.Length;
        return true;
    }

    private static SearchNode Inherit(SearchNode node, string field) => node switch
    {
        SearchTerm { Field: null } term => term with { Field = field },
        SearchAll all => new SearchAll([.. all.Parts.Select(p => Inherit(p, field))]),
        SearchAny any => new SearchAny([.. any.Parts.Select(p => Inherit(p, field))]),
        SearchNot not => new SearchNot(Inherit(not.Part, field)),
        _ => node,
    };
}
