using System.Text;

namespace Shopify.Client.Tests.Search;

/// <summary>A part of a search, as an independent reader of the language sees it.</summary>
internal abstract record SearchTree
{
    public sealed record All(IReadOnlyList<SearchTree> Parts) : SearchTree;

    public sealed record Any(IReadOnlyList<SearchTree> Parts) : SearchTree;

    public sealed record Not(SearchTree Part) : SearchTree;

    public sealed record Term(string? Field, string Comparator, string Value, bool IsQuoted, bool IsPrefix) : SearchTree;

    /// <summary>Reads a search by the published rules; shares nothing with the code under test.</summary>
    public static SearchTree Read(string text)
    {
        var reader = new Reader(text);
        var tree = reader.Choice();
        return reader.AtEnd ? tree : throw new FormatException($"unmatched at {reader.At}: {text}");
    }

    private sealed class Reader(string text)
    {
        public int At { get; private set; }

        public bool AtEnd
        {
            get
            {
                while (At < text.Length && char.IsWhiteSpace(text[At]))
                    At++;
                return At == text.Length;
            }
        }

        public SearchTree Choice()
        {
            List<SearchTree> parts = [Together()];
            while (Keyword("OR"))
                parts.Add(Together());
            return parts.Count == 1 ? parts[0] : new Any(parts);
        }

        private SearchTree Together()
        {
            List<SearchTree> parts = [];
            while (!AtEnd && text[At] != ')' && !Ahead("OR"))
            {
                if (!Keyword("AND"))
                    parts.Add(One());
            }

            return parts.Count == 1 ? parts[0] : new All(parts);
        }

        private SearchTree One()
        {
            if (Keyword("NOT"))
                return new Not(One());
            if (!AtEnd && text[At] == '-')
            {
                At++;
                return new Not(One());
            }

            if (text[At] != '(')
                return Word();
            At++;
            var inner = Choice();
            if (AtEnd || text[At] != ')')
                throw new FormatException("open bracket: " + text);
            At++;
            return inner;
        }

        private Term Word()
        {
            string? field = null;
            var comparator = string.Empty;
            var name = At;
            while (name < text.Length && (char.IsAsciiLetterOrDigit(text[name]) || text[name] is '_' or '.' or '-'))
                name++;
            if (name > At && name < text.Length && text[name] == ':')
            {
                field = text[At..name];
                At = name + 1;
                while (At < text.Length && text[At] is '<' or '>' or '=')
                    comparator += text[At++];
            }

            if (At < text.Length && text[At] is '"' or '\'')
                return new Term(field, comparator, Quoted(text[At++]), true, false);
            var value = new StringBuilder();
            var lastWasEscaped = false;
            for (; At < text.Length && !char.IsWhiteSpace(text[At]) && text[At] is not ('(' or ')'); At++)
            {
                if (text[At] == ':')
                    throw new FormatException("second field: " + text);
                lastWasEscaped = text[At] == '\\';
                if (lastWasEscaped && ++At == text.Length)
                    throw new FormatException("lone escape: " + text);
                value.Append(text[At]);
            }

            var isPrefix = value.Length > 0 && value[^1] == '*' && !lastWasEscaped;
            return new Term(field, comparator, isPrefix ? value.ToString(0, value.Length - 1) : value.ToString(), false, isPrefix);
        }

        private string Quoted(char quote)
        {
            var value = new StringBuilder();
            for (; At < text.Length; At++)
            {
                if (text[At] == quote)
                {
                    At++;
                    return value.ToString();
                }

                if (text[At] == '\\' && ++At == text.Length)
                    break;
                value.Append(text[At]);
            }

            throw new FormatException("open quote: " + text);
        }

        private bool Ahead(string word) => !AtEnd && string.CompareOrdinal(text, At, word, 0, word.Length) == 0
            && (At + word.Length == text.Length || char.IsWhiteSpace(text[At + word.Length]) || text[At + word.Length] is '(' or ')');

        private bool Keyword(string word)
        {
            if (!Ahead(word))
                return false;
            At += word.Length;
            return true;
        }
    }
}
