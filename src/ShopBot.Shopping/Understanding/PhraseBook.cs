using System.Collections.Concurrent;
using ShopBot.Shopping.Localization;

namespace ShopBot.Shopping.Understanding;

/// <summary>What people say in all languages the bot speaks.</summary>
internal sealed class PhraseBook(IReadOnlyCollection<string> intents)
{
    /// <summary>Read once for all shops that listen for the same things.</summary>
    private static readonly ConcurrentDictionary<(string Language, string Intents), Phrases> Shared = new();

    private readonly string _intents = string.Join(',', intents.Order(StringComparer.Ordinal));

    public Phrases Of(string language) => Shared.GetOrAdd((language, _intents), static key => Read(key.Language, key.Intents.Split(',')));

    /// <summary>What a whole text means: in the language of the conversation first, then in any other of the store's.</summary>
    /// <returns>The intent and the language it was found in; null when it is none.</returns>
    public (string Intent, string Language)? Find(string folded, string language, IEnumerable<string> others)
    {
        if (Of(language).Find(folded) is { } own)
            return (own, language);
        foreach (var other in others)
        {
            if (other != language && Of(other).Find(folded) is { } found)
                return (found, other);
        }

        return null;
    }

    private static Phrases Read(string language, IEnumerable<string> intents) => new(language, ShoppingTexts.For(language).Words, intents);
}
