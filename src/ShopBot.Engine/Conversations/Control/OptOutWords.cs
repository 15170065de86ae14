namespace ShopBot.Engine.Conversations;

/// <summary>What customers write to end and to begin: the whole message, in their language or English.</summary>
internal sealed class OptOutWords
{
    private static readonly object Stops = new();
    private static readonly object Starts = new();
    private readonly WordTable<object> _stop = new();
    private readonly WordTable<object> _start = new();
    private readonly bool _enabled;

    public OptOutWords(OptOutOptions options)
    {
        _enabled = options.Enabled;
        foreach (var (language, words) in EngineTexts.StopWords)
            _stop.Add(words, Stops, language);
        foreach (var (language, words) in EngineTexts.StartWords)
            _start.Add(words, Starts, language);
        foreach (var word in options.StopWords)
            AddOnce(_stop, word, Stops);
        foreach (var word in options.StartWords)
            AddOnce(_start, word, Starts);
    }

    /// <returns>True to stop, false to start (looked for only while muted), null for anything else.</returns>
    public bool? Read(string text, string locale, bool muted)
    {
        // The longest word list entry is short; a longer message is a sentence.
        if (!_enabled || text.Length > 64)
            return null;
        if (_stop.FindExact(text, locale) is not null)
            return true;
        return muted && _start.FindExact(text, locale) is not null ? false : null;
    }

    private static void AddOnce(WordTable<object> table, string word, object value)
    {
        if (table.FindExact(word) is null)
            table.Add(word, value);
    }
}
