using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Countries;
using WhatsApp.Client;

namespace ShopBot.Shopping.Greeting;

/// <summary>The first words, the menu and help.</summary>
internal sealed class GreetingFeature(ShopDesk desk) : IShopFeature
{
    public void Map(ShopMap shop)
    {
        shop.Tap<Greet>((turn, _) => GreetAsync(turn));
        shop.Tap<OpenMenu>((turn, _) => ShowMenu(turn, ShopDesk.TextsOf(turn).AskMenu));
        shop.Says("WordsGreeting", (turn, _) => turn.Follow(new Greet()));
        shop.Says("WordsMenu", (turn, _) => turn.IsNew ? turn.Follow(new Greet()) : turn.Follow(new OpenMenu()));
        shop.Says("WordsHelp", (turn, _) => ShowMenu(turn, ShopDesk.TextsOf(turn).Help));
        shop.Says("WordsThanks", (turn, _) => Menu(turn, ShopDesk.TextsOf(turn).YouAreWelcome));
        shop.Says("WordsYes", (turn, _) => turn.Follow(new OpenMenu()));
        shop.Says("WordsNo", (turn, _) => turn.Follow(new OpenMenu()));
    }

    /// <summary>A text over the buttons that lead everywhere.</summary>
    public static Task Menu(Turn<ShoppingState> turn, string text) => Menu(turn, text, withCart: false);

    /// <summary>The owner's welcome, or the bot's.</summary>
    public static string WelcomeOf(Turn<ShoppingState> turn) => FittedText.Cut(
        string.IsNullOrWhiteSpace(turn.Store.WelcomeMessage) ? ShopDesk.TextsOf(turn).Welcome(FittedText.Cut(turn.Store.Name, 200)) : turn.Store.WelcomeMessage, 850);

    private static Task Menu(Turn<ShoppingState> turn, string text, bool withCart)
    {
        var texts = ShopDesk.TextsOf(turn);
        List<ReplyButton> buttons = [turn.Button(texts.ButtonBrowse, new OpenShop())];
        var hasLines = turn.State.Cart.Lines.Count > 0;
        if (hasLines || withCart)
            buttons.Add(turn.Button(texts.ButtonCart, new OpenCart()));
        buttons.Add(hasLines ? turn.Button(texts.ButtonCheckout, new StartCheckout()) : turn.Button(texts.ListMenu, new OpenMenu()));
        turn.Reply(new ReplyButtonsMessage(FittedText.Cut(text, FittedText.Body), buttons));
        return Task.CompletedTask;
    }

    private static Task GreetAsync(Turn<ShoppingState> turn)
    {
        var texts = ShopDesk.TextsOf(turn);
        var welcome = WelcomeOf(turn);
        var pieces = turn.State.Cart.Pieces();
        return Menu(turn, pieces == 0 ? welcome : $"{welcome}\n\n{texts.WelcomeBack(texts.Pieces(pieces))}", withCart: true);
    }

    private async Task ShowMenu(Turn<ShoppingState> turn, string text)
    {
        var texts = ShopDesk.TextsOf(turn);
        List<ListRow> rows =
        [
            turn.Row(texts.RowBrowse, new OpenShop()),
            turn.Row(texts.RowCart, new OpenCart()),
            turn.Row(texts.RowPerson, new TalkToPerson()),
            turn.Row(texts.RowLanguage, new OpenLanguages()),
            turn.Row(texts.RowReminders, new OpenConsent()),
        ];
        if (CountryFeature.Differ(await desk.Catalog.GetCountriesAsync(ShopDesk.StoreOf(turn), turn.Aborted).ConfigureAwait(false)))
            rows.Insert(4, turn.Row(texts.RowCountry, new OpenCountries(0)));
        if (desk.Orders is not null)
            rows.Insert(2, turn.Row(texts.RowOrders, new OpenOrders()));
        turn.Reply(new ListMessage(FittedText.Cut(text, FittedText.Body), texts.ListMenu, [new ListSection(null, rows)]));
    }
}
