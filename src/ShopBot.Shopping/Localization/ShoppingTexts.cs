using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Stores;

namespace ShopBot.Shopping.Localization;

/// <summary>
/// The bot's words in one language. They live in <c>Localization/ShoppingTexts.resx</c> and <c>ShoppingTexts.{language}.resx</c> beside it. A source of the bot's catalogue goes
/// before them, under the key <c>Shop.</c> and the text's name: so a store words one differently.
/// </summary>
internal sealed partial class ShoppingTexts
{
    /// <summary>What texts of the bot's catalogue are called that take the place of one of these.</summary>
    public const string Prefix = "Shop.";

    private static readonly ResourceManager Resources = new("ShopBot.Shopping.Localization.ShoppingTexts", typeof(ShoppingTexts).Assembly);

    private readonly BotTexts? _own;
    private readonly StoreId _store;
    private readonly string _language;

    private ShoppingTexts(string locale, BotTexts? own, StoreId store)
    {
        _language = ShopLanguages.Nearest(locale) ?? "en";
        // Numbers and prices are written as the customer's country does it, when the language is the bot's.
        Culture = TextCulture.Of(ShopLanguages.Nearest(locale) is null ? _language : locale);
        Language = TextCulture.Of(_language);
        _own = own;
        _store = store;
    }

    public CultureInfo Culture { get; }

    private CultureInfo Language { get; }

    public static ShoppingTexts For(string locale) => new(locale, null, default);

    public static ShoppingTexts For(TurnContext turn) => new(turn.Locale, turn.Texts, turn.Store.Id);

    /// <summary>A number of things, in the plural form of the language.</summary>
    public string Pieces(int count) => string.Format(Culture, Find($"Pieces.{PluralRules.Category(_language, count)}") ?? Get("Pieces.other"), count);

    /// <summary>So much of a unit, as it stands beside a unit price: <c>kg</c>, <c>100 g</c>. A unit without a word of the language has its international one.</summary>
    public string Measure(int quantity, string unit)
    {
        var word = Word(Get("Units"), unit) ?? Word(Resources.GetString("Units", CultureInfo.InvariantCulture)!, unit) ?? unit;
        return quantity == 1 ? word : string.Create(Culture, $"{quantity} {word}");
    }

    /// <summary>The phrases of an intent, separated by commas; null when the language has none.</summary>
    public string? Words(string key) => Find(key);

    private string Get([CallerMemberName] string name = "") => Find(name) ?? throw new InvalidOperationException($"The text '{name}' is missing.");

    private string? Find(string name) => _own?.Find(_language, _store, Prefix + name) ?? Resources.GetString(name, Language);

    /// <summary>The word for a unit in a list such as <c>l=L, item=item</c>; null when it has none.</summary>
    private static string? Word(string list, string unit)
    {
        foreach (var entry in list.Split(',', StringSplitOptions.TrimEntries))
        {
            if (entry.Length > unit.Length && entry[unit.Length] == '=' && entry.StartsWith(unit, StringComparison.Ordinal))
                return entry[(unit.Length + 1)..];
        }

        return null;
    }

    private string With(string name, params ReadOnlySpan<object?> arguments) => string.Format(Culture, Get(name), arguments);
}
