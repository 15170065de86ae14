using System.Globalization;
using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Browse;
using ShopBot.Shopping.Cart;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Events;
using ShopBot.Shopping.Greeting;
using ShopBot.Shopping.Localization;
using WhatsApp.Client;

namespace ShopBot.Shopping.Product;

/// <summary>One product: its picture and price, its options one after another, how many, and into the cart.</summary>
internal sealed class ProductFeature(ShopDesk desk) : IShopFeature
{
    private const int MostQuantityRows = 10;

    public void Map(ShopMap shop)
    {
        shop.Tap<OpenProduct>(ShowAsync, "Shows one product by its id.");
        shop.Tap<ChooseVariant>((turn, tap) => ChooseAsync(turn, new ChooseOptions(tap.Id, [], tap.Page)));
        shop.Tap<ChooseOptions>(ChooseAsync);
        shop.Tap<OpenVariant>(ShowVariantAsync);
        shop.Tap<AskQuantity>(AskAsync);
        shop.Tap<AddToCart>(AddAsync, "Puts pieces of a variant into the cart.");
        shop.Answer("quantity", QuantityAsync);
    }

    private async Task ShowAsync(Turn<ShoppingState> turn, OpenProduct tap)
    {
        var texts = ShopDesk.TextsOf(turn);
        if (await desk.Catalog.GetProductAsync(ShopDesk.StoreOf(turn), tap.Id, turn.Aborted).ConfigureAwait(false) is not { } product)
        {
            await GreetingFeature.Menu(turn, texts.ProductGone).ConfigureAwait(false);
            return;
        }

        turn.Raise(ProductViewed.Kind, new ProductViewed(new ProductNamed(product.Id, product.Title)));
        var only = product.Variants[0];
        List<ReplyButton> buttons = [];
        if (!product.Variants.Any(variant => variant.Available))
            buttons.Add(turn.Button(texts.ButtonNotify, new WatchStock(product.Id, only.Id)));
        else if (product.HasOptions)
            buttons.Add(turn.Button(texts.ButtonChoose, new ChooseOptions(product.Id, [], 0)));
        else
            buttons.AddRange([turn.Button(texts.ButtonAdd, new AddToCart(only.Id)), turn.Button(texts.ButtonQuantity, new AskQuantity(product.Id, only.Id))]);
        Card(turn, product, $"*{Bold(product.Title)}*\n{PriceLines(texts, product)}", product.Description, product.Image, buttons);
    }

    private async Task ChooseAsync(Turn<ShoppingState> turn, ChooseOptions tap)
    {
        var texts = ShopDesk.TextsOf(turn);
        var product = await desk.Catalog.GetProductAsync(ShopDesk.StoreOf(turn), tap.Id, turn.Aborted).ConfigureAwait(false);
        if (product is null)
        {
            await GreetingFeature.Menu(turn, texts.ProductGone).ConfigureAwait(false);
            return;
        }

        if (!product.HasOptions)
        {
            await turn.Follow(new OpenProduct(product.Id)).ConfigureAwait(false);
            return;
        }

        if (!OptionSteps.Fit(product))
        {
            ListVariants(turn, product, tap.Page);
            return;
        }

        var step = OptionSteps.Next(product, tap.Picked ?? []);
        if (step is { Values.Count: 0, Variant: { } variant })
            ShowVariant(turn, product, variant);
        else if (step.Values.Count == 0)
            // The shop changed its options since the button was made.
            await turn.Follow(new OpenProduct(product.Id)).ConfigureAwait(false);
        else
            ListValues(turn, product, step, tap.Page);
    }

    private static void ListValues(Turn<ShoppingState> turn, ProductDetails product, OptionStep step, int page)
    {
        var texts = ShopDesk.TextsOf(turn);
        var shown = Page(step.Values, page, out var more);
        var titles = FittedText.Distinct(shown.Select(value => value.Value), FittedText.RowTitle, texts.RowMore);
        List<ListRow> rows = [.. shown.Select((value, i) => turn.Row(
            titles[i], new ChooseOptions(product.Id, [.. step.Picked, value.Place], 0), BrowseFeature.Hint(ProductTexts.PriceOf(texts, value.Variants))))];
        if (more)
            rows.Add(turn.Row(texts.RowMore, new ChooseOptions(product.Id, step.Picked, Math.Max(page, 0) + 1), texts.RowMoreHint));
        turn.Reply(new ListMessage($"*{Bold(product.Title)}*\n{texts.AskOption(FittedText.Cut(step.Option, 100))}", texts.ListVariants, [new ListSection(null, rows)]));
    }

    private static void ListVariants(Turn<ShoppingState> turn, ProductDetails product, int page)
    {
        var texts = ShopDesk.TextsOf(turn);
        var shown = Page(product.Variants, page, out var more);
        var titles = FittedText.Distinct(shown.Select(variant => variant.Title), FittedText.RowTitle, texts.RowMore);
        List<ListRow> rows = [.. shown.Select((variant, i) => turn.Row(
            titles[i], new OpenVariant(product.Id, variant.Id), BrowseFeature.Hint(variant.Available ? ProductTexts.PriceOf(texts, variant) : texts.SoldOut)))];
        if (more)
            rows.Add(turn.Row(texts.RowMore, new ChooseOptions(product.Id, [], Math.Max(page, 0) + 1), texts.RowMoreHint));
        turn.Reply(new ListMessage($"*{Bold(product.Title)}*\n{texts.AskVariant}", texts.ListVariants, [new ListSection(null, rows)]));
    }

    private async Task ShowVariantAsync(Turn<ShoppingState> turn, OpenVariant tap)
    {
        var product = await desk.Catalog.GetProductAsync(ShopDesk.StoreOf(turn), tap.Product, turn.Aborted).ConfigureAwait(false);
        if (product?.Variants.FirstOrDefault(variant => variant.Id == tap.Id) is not { } variant)
        {
            await GreetingFeature.Menu(turn, ShopDesk.TextsOf(turn).ProductGone).ConfigureAwait(false);
            return;
        }

        ShowVariant(turn, product, variant);
    }

    private void ShowVariant(Turn<ShoppingState> turn, ProductDetails product, VariantOffer variant)
    {
        var texts = ShopDesk.TextsOf(turn);
        List<ReplyButton> buttons = variant.Available
            ? [turn.Button(texts.ButtonAdd, new AddToCart(variant.Id)), turn.Button(texts.ButtonQuantity, new AskQuantity(product.Id, variant.Id))]
            : [turn.Button(texts.ButtonNotify, new WatchStock(product.Id, variant.Id))];
        buttons.Add(turn.Button(texts.ButtonChoose, new ChooseOptions(product.Id, [], 0)));
        var lines = variant.Available ? ProductTexts.PriceOf(texts, variant) : texts.SoldOut;
        if (ProductTexts.StockOf(texts, variant) is { } stock)
            lines = $"{lines}\n{stock}";
        Card(turn, product, $"*{Bold(variant.FullTitle)}*\n{lines}", "", variant.Image ?? product.Image, buttons);
    }

    private async Task AskAsync(Turn<ShoppingState> turn, AskQuantity tap)
    {
        var texts = ShopDesk.TextsOf(turn);
        var product = await desk.Catalog.GetProductAsync(ShopDesk.StoreOf(turn), tap.Product, turn.Aborted).ConfigureAwait(false);
        if (product?.Variants.FirstOrDefault(variant => variant.Id == tap.Id) is not { Available: true } variant)
        {
            await GreetingFeature.Menu(turn, texts.ProductGone).ConfigureAwait(false);
            return;
        }

        var most = Math.Clamp(variant.MostAvailable ?? MostQuantityRows, 1, MostQuantityRows);
        var rows = Enumerable.Range(1, most).Select(count => turn.Row(
            count.ToString(CultureInfo.InvariantCulture), new AddToCart(variant.Id, count), BrowseFeature.Hint((variant.Price * count).Format(texts.Culture))));
        turn.Reply(new ListMessage($"*{Bold(variant.FullTitle)}*\n{texts.AskQuantity}", texts.ListQuantity, [new ListSection(null, [.. rows])]));
        turn.State = turn.State with { Awaits = new AwaitedAnswer("quantity", variant.Id) };
    }

    private static async Task<bool> QuantityAsync(Turn<ShoppingState> turn, AwaitedAnswer awaited, string text)
    {
        if (!int.TryParse(WordText.Fold(text), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || awaited.About is not { } variant)
            return false;
        if (count is >= 1 and <= ShoppingCart.MaxQuantity)
        {
            await turn.Follow(new AddToCart(variant, count)).ConfigureAwait(false);
            return true;
        }

        turn.State = turn.State with { Awaits = awaited };
        await turn.Says(ShopDesk.TextsOf(turn).QuantityWrong(ShoppingCart.MaxQuantity)).ConfigureAwait(false);
        return true;
    }

    private async Task AddAsync(Turn<ShoppingState> turn, AddToCart tap)
    {
        var texts = ShopDesk.TextsOf(turn);
        if (await desk.OffersAsync(turn, [tap.Id]).ConfigureAwait(false) is not [{ Available: true } offer])
        {
            await GreetingFeature.Menu(turn, texts.ProductGone).ConfigureAwait(false);
            return;
        }

        var wanted = Math.Clamp(tap.Quantity, 1, ShoppingCart.MaxQuantity);
        var had = await desk.CartInAsync(turn, offer.Price.Currency).ConfigureAwait(false);
        var before = had.QuantityOf(offer.Id);
        if (had.IsFull && before == 0)
        {
            await turn.Follow(new OpenCart()).ConfigureAwait(false);
            return;
        }

        var cart = had.Add(offer, wanted);
        ShopDesk.Put(turn, cart, new ProductNamed(offer.ProductId, offer.ProductTitle));
        var added = texts.Added(FittedText.Cut(offer.FullTitle, 200), texts.Pieces(cart.Pieces()), Cart.CartTexts.TotalOf(texts, cart));
        if (cart.QuantityOf(offer.Id) < before + wanted)
            added = $"{texts.AddedMost(FittedText.Cut(offer.FullTitle, 200), cart.QuantityOf(offer.Id))}\n{added}";
        var asks = turn.State.Consent is null && before == 0 && cart.Lines.Count == 1 && ShopDesk.SettingsOf(turn).Reminders.Enabled;
        turn.Reply(new ReplyButtonsMessage(
            asks ? $"{added}\n{texts.OfferReminder}" : added,
            [
                turn.Button(texts.ButtonCart, new OpenCart()),
                turn.Button(texts.ButtonCheckout, new StartCheckout()),
                asks ? turn.Button(texts.ButtonRemind, new GiveConsent(true, "cart"))
                    : desk.Advice is not null && offer.ProductId is { } product && ShopDesk.SettingsOf(turn).Recommend ? turn.Button(texts.ButtonSimilar, new ShowSimilar(product))
                    : turn.Button(texts.ButtonKeepShopping, new OpenShop()),
            ]));
    }

    /// <summary>Picture, text and buttons as one message, since separate ones may arrive in another order.</summary>
    private void Card(Turn<ShoppingState> turn, ProductDetails product, string title, string description, Uri? image, List<ReplyButton> buttons)
    {
        var texts = ShopDesk.TextsOf(turn);
        if (buttons.Count < 3 && desk.Advice is not null && ShopDesk.SettingsOf(turn).Recommend)
            buttons.Add(turn.Button(texts.ButtonSimilar, new ShowSimilar(product.Id)));
        if (buttons.Count < 3)
            buttons.Add(turn.Button(texts.ButtonKeepShopping, new OpenShop()));
        if (buttons.Count < 3 && turn.State.Cart.Lines.Count > 0)
            buttons.Add(turn.Button(texts.ButtonCart, new OpenCart()));
        var text = string.IsNullOrWhiteSpace(description) ? title : $"{title}\n\n{description}";
        turn.Reply(new ReplyButtonsMessage(FittedText.Cut(text, FittedText.Body), buttons)
        {
            Header = image is null ? null : new MessageHeader.Image(new MediaSource.ByLink(image)),
        });
    }

    private static string PriceLines(ShoppingTexts texts, ProductDetails product)
    {
        var price = ProductTexts.PriceOf(texts, product.Variants);
        return product.Variants.Count == 1 && ProductTexts.StockOf(texts, product.Variants[0]) is { } stock ? $"{price}\n{stock}" : price;
    }

    private static string Bold(string title) => FittedText.Cut(title, 200);

    private static List<T> Page<T>(IReadOnlyList<T> all, int page, out bool more)
    {
        var first = Math.Clamp(page, 0, Math.Max(0, (all.Count - 1) / BrowseFeature.RowsPerPage)) * BrowseFeature.RowsPerPage;
        // The last page may use the row that "more" takes elsewhere.
        var isLast = all.Count - first <= BrowseFeature.RowsPerPage + (first == 0 ? 1 : 0);
        more = !isLast;
        return [.. all.Skip(first).Take(isLast ? BrowseFeature.RowsPerPage + 1 : BrowseFeature.RowsPerPage)];
    }
}
