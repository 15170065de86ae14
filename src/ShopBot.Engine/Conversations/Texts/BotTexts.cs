using System.Globalization;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Conversations;

/// <summary>
/// The bot's texts in the customer's language: of the store's own wording, else of the sources, the last registered first. A text with an amount has one key per plural form of
/// the language: <c>Items.one</c>, <c>Items.few</c>, <c>Items.other</c>.
/// </summary>
public sealed class BotTexts
{
    private readonly ITextSource[] _sources;

    /// <summary>Joins sources.</summary>
    /// <param name="sources">The last is asked first.</param>
    public BotTexts(IEnumerable<ITextSource> sources) => _sources = [.. sources.Reverse()];

    /// <summary>A text with its arguments put in, by the language's own way to write numbers.</summary>
    /// <param name="locale">Such as <c>de</c>.</param>
    /// <param name="store">Whose words.</param>
    /// <param name="key">Which text.</param>
    /// <param name="arguments">What stands for {0}, {1}, …; the first whole number chooses the plural form.</param>
    /// <exception cref="InvalidOperationException">No source has it.</exception>
    public string Get(string locale, StoreId store, string key, params ReadOnlySpan<object?> arguments)
    {
        var text = (Amount(arguments) is { } amount ? Find(locale, store, $"{key}.{PluralRules.Category(locale, amount)}") ?? Find(locale, store, $"{key}.other") : null)
            ?? Find(locale, store, key)
            ?? throw new InvalidOperationException($"The text '{key}' is missing: register its source with AddShopBot().UseTexts(…).");
        return arguments.IsEmpty ? text : string.Format(TextCulture.Of(locale), text, arguments);
    }

    /// <summary>A text as it stands; null when no source has it.</summary>
    public string? Find(string locale, StoreId store, string key)
    {
        foreach (var source in _sources)
        {
            if (source.Find(locale, store, key) is { } text)
                return text;
        }

        return null;
    }

    private static long? Amount(ReadOnlySpan<object?> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument is int or long or short or byte)
                return Convert.ToInt64(argument, CultureInfo.InvariantCulture);
        }

        return null;
    }
}
