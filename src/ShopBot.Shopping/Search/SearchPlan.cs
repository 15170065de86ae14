namespace ShopBot.Shopping.Search;

/// <summary>What somebody typed, as terms for an index.</summary>
internal sealed class SearchPlan
{
    private const int MaxText = 200;
    private const int MaxWords = 8;
    private const int MostAlternatives = 12;

    /// <summary>From so many words on it is a sentence: one word of it says little of what is wanted.</summary>
    private const int Sentence = 4;

    /// <summary>In a sentence, shorter words stand for themselves only.</summary>
    private const int LeastBeginning = 4;

    private readonly SearchLanguage _language;
    private readonly List<(string[] Words, List<IReadOnlyList<IndexWord>> Alternatives)> _terms = [];
    private readonly List<IReadOnlyList<IReadOnlyList<IndexWord>>> _typed = [];

    private SearchPlan(SearchLanguage language) => _language = language;

    public IReadOnlyList<IndexTerm> Terms => [.. _terms.Select(term => new IndexTerm([.. term.Alternatives.Take(MostAlternatives)]))];

    /// <summary>Whether it is a sentence rather than a few words.</summary>
    public bool IsSentence => _terms.Count >= Sentence;

    /// <summary>The words of a sentence as they were typed: nothing that may have been meant, and no beginnings of what is short.</summary>
    public IReadOnlyList<IndexTerm> Plain() =>
        [.. _typed.Select(term => new IndexTerm([.. term.Where(words => words.All(word => !word.IsBeginning || word.Text.Length >= LeastBeginning)).DefaultIfEmpty(term[0])]))];

    /// <summary>The words that a mistake may be in.</summary>
    public IEnumerable<string> Words => _terms.SelectMany(term => term.Words).Where(SearchWords.CanBeMisspelt);

    public static SearchPlan Of(string text, string? languageCode, Synonyms synonyms)
    {
        var language = SearchLanguage.Of(languageCode);
        var typed = SearchWords.Split(text.Length > MaxText ? text[..MaxText] : text).ToList();
        var words = typed.Where(word => !language.IsLittle(word)).Take(MaxWords).ToList();

        // "The who" are little words alone, and somebody may look for them.
        if (words.Count == 0)
            words = [.. typed.Take(MaxWords)];

        var plan = new SearchPlan(language);
        for (var i = 0; i < words.Count;)
        {
            var (length, others) = synonyms.At(words, i, language);
            var taken = words.GetRange(i, Math.Max(1, length)).ToArray();
            plan.Add(taken, others, isLast: i + taken.Length == words.Count);
            i += taken.Length;
        }

        return plan;
    }

    /// <summary>Adds what a mistyped word may mean; false when it means what it says.</summary>
    public bool Correct(string word, IReadOnlyList<string> candidates)
    {
        var stem = _language.Stem(word) ?? word;
        if (candidates.Any(candidate => candidate.StartsWith(stem, StringComparison.Ordinal)))
            return false;
        var meant = Spelling.Meant(word, candidates);
        foreach (var term in _terms.Where(term => term.Words.Contains(word)))
        {
            foreach (var other in meant)
                term.Alternatives.Add([.. term.Words.Select(own => own == word ? new IndexWord(other, IsBeginning: false) : Beginning(own))]);
        }

        return meant.Count > 0;
    }

    private void Add(string[] words, IReadOnlyList<string[]> others, bool isLast)
    {
        // The exact word beside its beginning: it counts twice, so that a lamp comes before a lampshade.
        List<IReadOnlyList<IndexWord>> alternatives = [[.. words.Select(word => new IndexWord(word, IsBeginning: false))]];
        if (words.Any(word => word.Length >= 3 || isLast && word.Length == 2))
            alternatives.Add([.. words.Select(Beginning)]);
        if (words is [var single] && _language.Stem(single) is { } stem)
            alternatives.Add([new IndexWord(stem, IsBeginning: true)]);
        alternatives.AddRange(others.Select(other => (IReadOnlyList<IndexWord>)[.. other.Select(word => Beginning(_language.Stem(word) ?? word))]));
        _typed.Add([.. alternatives.Take(MostAlternatives)]);
        _terms.Add((words, alternatives));
    }

    private static IndexWord Beginning(string word) => new(word, IsBeginning: word.Length >= 2);
}
