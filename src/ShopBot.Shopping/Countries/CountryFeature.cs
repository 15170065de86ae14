using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Browse;
using ShopBot.Shopping.Cart;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Greeting;
using WhatsApp.Client;

namespace ShopBot.Shopping.Countries;

/// <summary>The country whose prices are shown: told by the customer, else that of the phone number.</summary>
internal sealed class CountryFeature(ShopDesk desk) : IShopFeature
{
    public void Map(ShopMap shop)
    {
        shop.Tap<OpenCountries>(ShowAsync);
        shop.Tap<ChooseCountry>(ChooseAsync, "Shows prices for buyers of another country, by its ISO code.");
        shop.Says("WordsCountry", (turn, _) => turn.Follow(new OpenCountries(0)));
        shop.Answer("country", ByNameAsync);
    }

    /// <summary>Whether there is something to choose.</summary>
    public static bool Differ(IReadOnlyList<ShopCountry> countries) => countries.Any(country => country.Currency != countries[0].Currency);

    private async Task ShowAsync(Turn<ShoppingState> turn, OpenCountries tap)
    {
        var texts = ShopDesk.TextsOf(turn);
        var countries = await CountriesAsync(turn).ConfigureAwait(false);
        if (!Differ(countries))
        {
            await GreetingFeature.Menu(turn, texts.OneCurrency).ConfigureAwait(false);
            return;
        }

        // The customer's own comes first, the others by their names.
        var named = countries.Select(country => (Country: country, Name: CountryNames.Of(country.Code, texts.Culture)))
            .OrderBy(one => one.Country.Code != turn.State.Country).ThenBy(one => one.Name, StringComparer.Create(texts.Culture, ignoreCase: true)).ToList();
        var first = Math.Clamp(tap.Page, 0, (named.Count - 1) / BrowseFeature.RowsPerPage) * BrowseFeature.RowsPerPage;
        var shown = named.Skip(first).Take(BrowseFeature.RowsPerPage).ToList();
        var titles = FittedText.Distinct(shown.Select(one => one.Name), FittedText.RowTitle, texts.RowMore);
        List<ListRow> rows = [.. shown.Select((one, i) => turn.Row(titles[i], new ChooseCountry(one.Country.Code), one.Country.Currency))];
        if (first + shown.Count < named.Count)
            rows.Add(turn.Row(texts.RowMore, new OpenCountries((first / BrowseFeature.RowsPerPage) + 1), texts.RowMoreHint));
        turn.Reply(new ListMessage(texts.AskCountry, texts.ListCountries, [new ListSection(null, rows)]));
        turn.State = turn.State with { Awaits = new AwaitedAnswer("country") };
    }

    private async Task ChooseAsync(Turn<ShoppingState> turn, ChooseCountry tap)
    {
        var countries = await CountriesAsync(turn).ConfigureAwait(false);
        if (countries.FirstOrDefault(country => country.Code == tap.Code) is not { } chosen)
        {
            await turn.Follow(new OpenCountries(0)).ConfigureAwait(false);
            return;
        }

        turn.State = turn.State with { Country = chosen.Code, CountryChosen = true, Awaits = null };
        var texts = ShopDesk.TextsOf(turn);
        var said = texts.CountrySet(CountryNames.Of(chosen.Code, texts.Culture), chosen.Currency);
        var cart = turn.State.Cart;
        if (cart.Lines.Count == 0)
        {
            await GreetingFeature.Menu(turn, said).ConfigureAwait(false);
            return;
        }

        var review = CartReview.Of(cart, await desk.OffersAsync(turn, [.. cart.Lines.Select(line => line.VariantId)]).ConfigureAwait(false));
        if (review.Changed)
            ShopDesk.Put(turn, review.Cart);
        // That all prices are others was asked for.
        var changes = CartTexts.Explain(texts, review with { Repriced = [] });
        await CartFeature.Show(turn, changes.Length == 0 ? said : $"{said}\n{changes}").ConfigureAwait(false);
    }

    private async Task<bool> ByNameAsync(Turn<ShoppingState> turn, AwaitedAnswer awaited, string text)
    {
        var language = ShopDesk.TextsOf(turn).Culture;
        if ((await CountriesAsync(turn).ConfigureAwait(false)).FirstOrDefault(country => CountryNames.IsNamed(country.Code, text, language)) is not { } named)
            return false;
        await turn.Follow(new ChooseCountry(named.Code)).ConfigureAwait(false);
        return true;
    }

    private ValueTask<IReadOnlyList<ShopCountry>> CountriesAsync(Turn<ShoppingState> turn) => desk.Catalog.GetCountriesAsync(ShopDesk.StoreOf(turn), turn.Aborted);
}
