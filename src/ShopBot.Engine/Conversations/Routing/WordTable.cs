namespace ShopBot.Engine.Conversations;

/// <summary>Phrases found as whole words; the longest one wins, of equally long ones the first in the text.</summary>
internal sealed class WordTable<T>
    where T : class
{
    private static readonly char[] Separators = [',', ';', '\n'];
    private readonly Dictionary<string, List<Entry>> _phrases = new(StringComparer.Ordinal);
    private int _mostWords;

    public bool IsEmpty => _phrases.Count == 0;

    /// <summary>Adds each phrase of a list.</summary>
    /// <param name="phrases">Separated by commas.</param>
    /// <param name="value">What they lead to.</param>
    /// <param name="language">The only language they mean this in, such as <c>de</c>; null for every language.</param>
    public void Add(string phrases, T value, string? language = null)
    {
        foreach (var phrase in phrases.Split(Separators, StringSplitOptions.TrimEntries))
            AddOne(phrase, value, language);
    }

    public T? Find(string text, string? language = null)
    {
        if (_phrases.Count == 0)
            return null;
        var folded = WordText.Fold(text);
        var lookup = _phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = _mostWords; length > 0; length--)
        {
            for (var start = 0; start >= 0 && start < folded.Length; start = Next(folded, start))
            {
                var end = start;
                for (var words = 0; words < length && end >= 0; words++)
                    end = words == 0 ? End(folded, start) : end < folded.Length ? End(folded, end + 1) : -1;
                if (end < 0)
                    break;
                if (lookup.TryGetValue(folded.AsSpan(start, end - start), out var entries) && Match(entries, language) is { } value)
                    return value;
            }
        }

        return null;
    }

    /// <summary>Finds a phrase that is the whole text.</summary>
    public T? FindExact(string text, string? language = null) =>
        _phrases.Count > 0 && _phrases.TryGetValue(WordText.Fold(text), out var entries) ? Match(entries, language) : null;

    private void AddOne(string phrase, T value, string? language)
    {
        var folded = WordText.Fold(phrase);
        if (folded.Length == 0)
            throw new ArgumentException("A phrase needs at least one letter or digit.", nameof(phrase));
        if (!_phrases.TryGetValue(folded, out var entries))
            _phrases.Add(folded, entries = []);
        if (entries.Exists(entry => entry.Language is null || language is null || Same(entry.Language, language)))
            throw new InvalidOperationException($"The phrase '{phrase}' is routed twice.");
        entries.Add(new Entry(language, value));
        _mostWords = Math.Max(_mostWords, folded.AsSpan().Count(' ') + 1);
    }

    private static T? Match(List<Entry> entries, string? language)
    {
        foreach (var entry in entries)
        {
            if (entry.Language is null || (language is not null && Same(entry.Language, language)))
                return entry.Value;
        }

        return null;
    }

    /// <summary>"de" is spoken in "de-AT" too.</summary>
    private static bool Same(string language, string locale) =>
        locale.StartsWith(language, StringComparison.OrdinalIgnoreCase) && (locale.Length == language.Length || locale[language.Length] is '-' or '_');

    private static int End(string folded, int start) => folded.IndexOf(' ', start) is >= 0 and var space ? space : folded.Length;

    private static int Next(string folded, int start) => End(folded, start) + 1;

    private readonly record struct Entry(string? Language, T Value);
}
