using System.Collections.Concurrent;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Localization;

namespace ShopBot.Shopping.Understanding;

/// <summary>What people say in all languages the bot speaks.</summary>
internal sealed class PhraseBook(IReadOnlyCollection<string> intents)
{
    private readonly ConcurrentDictionary<string, Phrases> _shared = new(StringComparer.Ordinal);

    public Phrases Of(string language) => _shared.GetOrAdd(language, Read);

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

    private Phrases Read(string language)
    {
        var texts = ShoppingTexts.For(language);
        return new Phrases(language, texts.Words, intents);
    }
}
