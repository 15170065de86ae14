using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Conversations;

/// <summary>Where texts of the bot come from. Several may be registered with <c>UseTexts</c>: the one registered last is asked first.</summary>
public interface ITextSource
{
    /// <summary>A text in one language, or the nearest this source has.</summary>
    /// <param name="locale">Such as <c>de</c> or <c>pt-BR</c>.</param>
    /// <param name="store">Whose words: a source of overrides knows stores, others do not look.</param>
    /// <param name="key">Which text.</param>
    /// <returns>Null when it has none.</returns>
    string? Find(string locale, StoreId store, string key);
}
