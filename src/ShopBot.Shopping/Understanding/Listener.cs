using System.Globalization;
using System.Text.RegularExpressions;
using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Languages;
using ShopBot.Shopping.Localization;

namespace ShopBot.Shopping.Understanding;

/// <summary>
/// Understands what is written, in any state: what the newest message offered, by title or number; the answer to a question; a thing people say, when the message comes down to it; else a
/// search for what is left without the polite words. So "Do you have a white shirt?" is a search for a white shirt.
/// </summary>
internal sealed partial class Listener(ShopDesk desk, ShopMap shop)
{
    private const int LongestCommand = 80;
    private readonly PhraseBook _book = new(shop.Intents.Keys);

    public async Task HearAsync(Turn<ShoppingState> turn, string text)
    {
        if (Entry.EntryReference.Find(text) is { } reference)
        {
            await turn.Follow(new Enter(reference.Source, reference.ProductId)).ConfigureAwait(false);
            return;
        }

        if (Entry.EntryFeature.HasOrigin(turn.Message))
        {
            await turn.Follow(new EnterByMessage()).ConfigureAwait(false);
            return;
        }

        var settings = await desk.LoadSettingsAsync(turn.Context).ConfigureAwait(false);
        var languages = LanguageFeature.Spoken(settings);
        var folded = WordText.Fold(text);
        if (await ChooseAsync(turn, folded).ConfigureAwait(false))
            return;

        var now = ShopLanguages.Nearest(turn.Locale) ?? "en";
        var said = folded.Length > LongestCommand ? null : Understand(folded, now, languages);
        LanguageFeature.Notice(turn, _book, folded, said?.Language, now, languages);
        if (await AnswerAsync(turn, text, said?.Intent).ConfigureAwait(false))
            return;
        if (said is { } meant)
        {
            await shop.Intents[meant.Intent](turn, meant.Beside).ConfigureAwait(false);
            return;
        }

        var about = _book.Of(ShopLanguages.Nearest(turn.Locale) ?? "en").Strip(folded);
        if (folded.Length == 0)
            await turn.Follow(new OpenMenu()).ConfigureAwait(false);
        else if (about.Length == 0)
            await shop.Intents["WordsGreeting"](turn, "").ConfigureAwait(false);
        else
            await SearchAsync(turn, text, folded, about).ConfigureAwait(false);
    }

    private Task SearchAsync(Turn<ShoppingState> turn, string text, string folded, string about) => shop.TextHandler is { } handler
        ? handler(turn, about == folded ? text.Trim() : AsWritten(text, folded.Split(' '), about.Split(' ')) ?? about)
        : Task.CompletedTask;

    /// <summary>The words that are left, with the accents they were written with.</summary>
    private static string? AsWritten(string text, string[] folded, string[] about)
    {
        var written = Word().Matches(text);
        if (written.Count != folded.Length)
            return null;
        for (var i = 0; i + about.Length <= folded.Length; i++)
        {
            if (!folded.AsSpan(i, about.Length).SequenceEqual(about))
                continue;
            var (first, last) = (written[i], written[i + about.Length - 1]);
            return text[first.Index..(last.Index + last.Length)];
        }

        return null;
    }

    /// <summary>The answer to what was asked last. Something people say is no answer, except yes and no.</summary>
    private async Task<bool> AnswerAsync(Turn<ShoppingState> turn, string text, string? intent)
    {
        var awaited = turn.State.Awaits;
        if (awaited is null)
            return false;
        turn.State = turn.State with { Awaits = null };
        var answer = intent switch { null => text.Trim(), "WordsYes" when awaited.Kind == "consent" => "yes", "WordsNo" when awaited.Kind == "consent" => "no", _ => null };
        return answer is not null && shop.Answers.TryGetValue(awaited.Kind, out var handler) && await handler(turn, awaited, answer).ConfigureAwait(false);
    }

    /// <summary>The title of something offered, or its number.</summary>
    private static async Task<bool> ChooseAsync(Turn<ShoppingState> turn, string folded)
    {
        if (turn.State.Choices.Count == 0 || folded.Length == 0)
            return false;
        var choice = turn.State.Choices.FirstOrDefault(offered => WordText.Fold(offered.Title) == folded);
        if (choice is null && folded.Length <= 2 && int.TryParse(folded, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= turn.State.Choices.Count
            && turn.State.Awaits is null)
        {
            choice = turn.State.Choices[number - 1];
        }

        if (choice is null)
            return false;
        turn.State = turn.State with { Awaits = null };
        await turn.FollowId(choice.Id).ConfigureAwait(false);
        return true;
    }

    /// <summary>A thing people say, with the number or the code beside it.</summary>
    private (string Intent, string Language, string Beside)? Understand(string folded, string now, IReadOnlyList<string> languages)
    {
        if (_book.Find(folded, now, languages) is { } whole)
            return (whole.Intent, whole.Language, "");
        foreach (var language in languages.OrderBy(language => language != now))
        {
            var about = _book.Of(language).Strip(folded);
            if (about.Length > 0 && about != folded && _book.Of(language).Find(about) is { } intent)
                return (intent, language, "");
        }

        // "where is my order 1001", "coupon SAVE10"
        if (Order().Match(folded) is { Success: true } order && _book.Find(order.Groups[1].Value.Trim(), now, languages) is { Intent: "WordsOrders" } known)
            return ("WordsOrders", known.Language, order.Groups[2].Value);
        if (folded.LastIndexOf(' ') is > 0 and var gap && _book.Find(folded[..gap], now, languages) is { Intent: "WordsDiscount" } code)
            return ("WordsDiscount", code.Language, folded[(gap + 1)..]);
        return null;
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Word();

    [GeneratedRegex(@"^(.+?) ([0-9]{3,12})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Order();
}
