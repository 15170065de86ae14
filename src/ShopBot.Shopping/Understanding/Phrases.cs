using ShopBot.Engine.Conversations;

namespace ShopBot.Shopping.Understanding;

/// <summary>The phrases of one language, folded.</summary>
internal sealed class Phrases
{
    private readonly Dictionary<string, string> _intents = new(StringComparer.Ordinal);
    private readonly HashSet<string> _marks;
    private readonly string[] _before;
    private readonly string[] _after;

    /// <param name="language">Such as <c>en</c>.</param>
    /// <param name="words">The phrases of a text key, separated by commas; null for none.</param>
    /// <param name="intents">The keys of what people say.</param>
    public Phrases(string language, Func<string, string?> words, IEnumerable<string> intents)
    {
        Language = language;
        foreach (var intent in intents)
        {
            foreach (var phrase in Split(words(intent)))
                _intents.TryAdd(phrase, intent);
        }

        // Longer ones first, so that "do you have" goes before "do".
        _before = [.. Split(words("WordsFiller")).Distinct(StringComparer.Ordinal).OrderByDescending(filler => filler.Length)];
        _after = [.. Split(words("WordsAfter")).Distinct(StringComparer.Ordinal).OrderByDescending(filler => filler.Length)];
        _marks = [.. Split(words("WordsMarks"))];
    }

    public string Language { get; }

    /// <summary>What a whole phrase means; null when it is none.</summary>
    public string? Find(string folded) => _intents.GetValueOrDefault(folded);

    /// <summary>How many words of a text are typical of the language.</summary>
    public int Marks(string[] words) => words.Count(_marks.Contains);

    /// <summary>What a text is about: without the polite words around it.</summary>
    public string Strip(string folded)
    {
        var rest = folded;
        for (var before = -1; rest.Length > 0 && rest.Length != before;)
        {
            before = rest.Length;
            foreach (var filler in _before)
            {
                if (rest == filler)
                    return "";
                if (rest.Length > filler.Length && rest[filler.Length] == ' ' && rest.StartsWith(filler, StringComparison.Ordinal))
                    rest = rest[(filler.Length + 1)..];
            }

            foreach (var filler in _after)
            {
                if (rest.Length > filler.Length && rest[^(filler.Length + 1)] == ' ' && rest.EndsWith(filler, StringComparison.Ordinal))
                    rest = rest[..^(filler.Length + 1)];
            }
        }

        return rest;
    }

    private static IEnumerable<string> Split(string? list) => (list ?? "").Split(',').Select(WordText.Fold).Where(phrase => phrase.Length > 0);
}
