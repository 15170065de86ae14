using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Localization;
using ShopBot.Shopping.Settings;
using ShopBot.Shopping.Understanding;
using WhatsApp.Client;

namespace ShopBot.Shopping.Languages;

/// <summary>The customer's language: chosen from a list or by its name, or the one that is written in. It is never guessed from a country.</summary>
internal sealed class LanguageFeature(ShopDesk desk) : IShopFeature
{
    private static readonly (string Code, string Name)[] Names =
    [
        ("en", "English"), ("es", "Español"), ("pt-BR", "Português"), ("fr", "Français"), ("de", "Deutsch"), ("hi", "हिन्दी"), ("id", "Bahasa Indonesia"), ("ar", "العربية"),
    ];

    public void Map(ShopMap shop)
    {
        shop.Tap<OpenLanguages>(ShowAsync);
        shop.Tap<ChooseLanguage>(ChooseAsync);
        shop.Says("WordsLanguage", (turn, _) => turn.Follow(new OpenLanguages()));
        shop.Answer("language", ByNameAsync);
    }

    /// <summary>The languages a store's customers may have.</summary>
    public static IReadOnlyList<string> Spoken(ShopSettings settings) =>
        settings.Languages.Count == 0 ? ShopLanguages.All : [.. settings.Languages.Select(ShopLanguages.Nearest).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Goes on in the language that was written in, when that is plain: by its script, by a phrase only it has, or by its little words.</summary>
    public static void Notice(Turn<ShoppingState> turn, PhraseBook book, string folded, string? saidIn, string now, IReadOnlyList<string> languages)
    {
        if (turn.State.LanguageChosen)
            return;
        var written = saidIn is not null && saidIn != now ? saidIn : ByScript(folded) ?? ByWords(book, folded, now, languages);
        if (written is not null && written != now && languages.Contains(written))
            turn.Context.SetLocale(written);
    }

    private static string? ByScript(string folded)
    {
        var letters = folded.Count(char.IsLetter);
        return letters < 2 ? null
            : folded.Count(letter => letter is >= '\u0600' and <= '\u06FF') * 2 > letters ? "ar"
            : folded.Count(letter => letter is >= '\u0900' and <= '\u097F') * 2 > letters ? "hi"
            : null;
    }

    /// <summary>Two little words more than the language of the conversation has, and more than any other.</summary>
    private static string? ByWords(PhraseBook book, string folded, string now, IReadOnlyList<string> languages)
    {
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
            return null;
        var ranked = languages.Select(language => (Language: language, Marks: book.Of(language).Marks(words))).OrderByDescending(one => one.Marks).ToList();
        var current = book.Of(now).Marks(words);
        return ranked.Count > 0 && ranked[0].Marks >= 2 && ranked[0].Marks > current && (ranked.Count == 1 || ranked[0].Marks > ranked[1].Marks) ? ranked[0].Language : null;
    }

    private Task ShowAsync(Turn<ShoppingState> turn, OpenLanguages tap)
    {
        var texts = ShopDesk.TextsOf(turn);
        var rows = Names.Where(name => Spoken(ShopDesk.SettingsOf(turn)).Contains(name.Code)).Select(name => turn.Row(name.Name, new ChooseLanguage(name.Code)));
        turn.Reply(new ListMessage(texts.AskLanguage, texts.ListLanguages, [new ListSection(null, [.. rows])]));
        turn.State = turn.State with { Awaits = new AwaitedAnswer("language") };
        return Task.CompletedTask;
    }

    private async Task ChooseAsync(Turn<ShoppingState> turn, ChooseLanguage tap)
    {
        var settings = await desk.LoadSettingsAsync(turn.Context).ConfigureAwait(false);
        if (ShopLanguages.Nearest(tap.Code) is not { } code || !Spoken(settings).Contains(code))
        {
            await turn.Follow(new OpenLanguages()).ConfigureAwait(false);
            return;
        }

        turn.Context.SetLocale(code);
        turn.State = turn.State with { LanguageChosen = true, Awaits = null };
        await Greeting.GreetingFeature.Menu(turn, ShopDesk.TextsOf(turn).LanguageSet).ConfigureAwait(false);
    }

    private static async Task<bool> ByNameAsync(Turn<ShoppingState> turn, AwaitedAnswer awaited, string text)
    {
        var folded = WordText.Fold(text);
        if (Names.FirstOrDefault(name => WordText.Fold(name.Name) == folded || name.Code == folded).Code is not { } code)
            return false;
        await turn.Follow(new ChooseLanguage(code)).ConfigureAwait(false);
        return true;
    }
}
