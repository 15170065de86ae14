using System.Collections.Frozen;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Conversations;

/// <summary>Texts that single stores word differently. A store's texts are replaced as a whole, at any time.</summary>
public sealed class StoreTexts : ITextSource
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<StoreId, FrozenDictionary<(string Locale, string Key), string>> _texts = new();

    /// <summary>Sets a store's own texts.</summary>
    /// <param name="store">The store.</param>
    /// <param name="texts">By key and language; the language <c>""</c> is for all.</param>
    public void Set(StoreId store, IEnumerable<(string Locale, string Key, string Text)> texts) =>
        _texts[store] = texts.ToFrozenDictionary(text => (text.Locale, text.Key), text => text.Text);

    /// <inheritdoc />
    public string? Find(string locale, StoreId store, string key)
    {
        ArgumentNullException.ThrowIfNull(locale);
        if (!_texts.TryGetValue(store, out var own))
            return null;
        var language = locale.IndexOfAny(['-', '_']) is > 0 and var end ? locale[..end] : locale;
        return own.GetValueOrDefault((locale, key)) ?? own.GetValueOrDefault((language, key)) ?? own.GetValueOrDefault(("", key));
    }
}
