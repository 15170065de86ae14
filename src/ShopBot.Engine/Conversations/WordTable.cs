using System.Globalization;
using System.Text;

namespace ShopBot.Engine.Conversations;

/// <summary>Phrases found as whole words, case-insensitively and without accents mattering; the longest one wins.</summary>
internal sealed class WordTable<T>
    where T : class
{
    private readonly List<(string[] Words, T Value)> _phrases = [];

    public void Add(string phrase, T value)
    {
        var words = Split(phrase);
        if (words.Length == 0)
            throw new ArgumentException("A phrase needs at least one letter or digit.", nameof(phrase));
        if (_phrases.Exists(p => p.Words.AsSpan().SequenceEqual(words)))
            throw new InvalidOperationException($"The phrase '{phrase}' is routed twice.");
        _phrases.Add((words, value));
        _phrases.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
    }

    public T? Find(string text)
    {
        if (_phrases.Count == 0)
            return null;
        var words = Split(text);
        foreach (var (phrase, value) in _phrases)
        {
            if (words.AsSpan().IndexOf(phrase) >= 0)
                return value;
        }

        return null;
    }

    private static string[] Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark)
                continue;
            if (Rune.IsLetterOrDigit(rune))
            {
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
            words.Add(word.ToString());
        return [.. words];
    }
}
