using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Conversations;

/// <summary>Texts from <c>.resx</c> files: <c>Texts.resx</c> and <c>Texts.{language}.resx</c> beside it.</summary>
/// <param name="resources">The resources; a language they lack falls back to the neutral file.</param>
public sealed class ResourceTexts(ResourceManager resources) : ITextSource
{
    private readonly ConcurrentDictionary<string, CultureInfo> _cultures = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public string? Find(string locale, StoreId store, string key) => resources.GetString(key, _cultures.GetOrAdd(locale, TextCulture.Of));
}
