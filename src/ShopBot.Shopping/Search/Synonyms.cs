namespace ShopBot.Shopping.Search;

/// <summary>A store's synonyms: whoever types one word of a group may mean the others.</summary>
internal sealed class Synonyms
{
    private readonly List<List<string[]>> _groups;

    public Synonyms(IReadOnlyList<IReadOnlyList<string>> groups) => _groups =
        [.. groups.Select(group => group.Select(phrase => SearchWords.Split(phrase).ToArray()).Where(phrase => phrase.Length > 0).ToList()).Where(group => group.Count > 1)];

    /// <summary>What else the words from a place on may mean, and how many of them are taken together; the longest phrase wins.</summary>
    public (int Length, IReadOnlyList<string[]> Others) At(IReadOnlyList<string> words, int place, SearchLanguage language)
    {
        var longest = 0;
        List<string[]> others = [];
        foreach (var group in _groups)
        {
            foreach (var phrase in group.Where(phrase => phrase.Length >= longest && StandsAt(words, place, phrase, language)))
            {
                if (phrase.Length > longest)
                    others.Clear();
                longest = phrase.Length;
                others.AddRange(group.Where(other => other != phrase));
            }
        }

        return (longest, others);
    }

    private static bool StandsAt(IReadOnlyList<string> words, int place, string[] phrase, SearchLanguage language)
    {
        if (place + phrase.Length > words.Count)
            return false;
        for (var i = 0; i < phrase.Length; i++)
        {
            if (!language.AreForms(words[place + i], phrase[i]))
                return false;
        }

        return true;
    }
}
