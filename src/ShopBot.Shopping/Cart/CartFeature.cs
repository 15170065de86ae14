using System.Globalization;
using System.Text.RegularExpressions;
using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Browse;
using ShopBot.Shopping.Checkout;
using ShopBot.Shopping.Greeting;
using WhatsApp.Client;

namespace ShopBot.Shopping.Cart;

/// <summary>The cart: seen, changed line by line, emptied, with a discount code.</summary>
internal sealed partial class CartFeature(ShopDesk desk) : IShopFeature
{
    private const int LinesPerPage = 7;
    private const int MostRows = 9;

    public void Map(ShopMap shop)
    {
        shop.Tap<OpenCart>((turn, _) => Show(turn, ""), "Shows the customer's cart.");
        shop.Tap<EditCart>((turn, _) => ShowLines(turn, new EditLines(0)));
        shop.Tap<EditLines>(ShowLines);
        shop.Tap<EditLine>(ShowLine);
        shop.Tap<SetQuantity>(SetAsync, "Sets how many of a variant are in the cart.");
        shop.Tap<RemoveLine>(Remove, "Takes a variant out of the cart.");
        shop.Tap<ClearCart>((turn, _) => Clear(turn));
        shop.Tap<EnterDiscount>((turn, _) => AskCode(turn));
        shop.Tap<UseDiscount>(UseAsync, "Applies a discount code to the cart.");
        shop.Says("WordsCart", (turn, _) => turn.Follow(new OpenCart()));
        shop.Says("WordsClear", (turn, _) => turn.Follow(new ClearCart()));
        shop.Says("WordsDiscount", (turn, code) => code.Length > 0 ? turn.Follow(new UseDiscount(code.ToUpperInvariant())) : turn.Follow(new EnterDiscount()));
        shop.Answer("discount", CodeAsync);
        shop.Answer("line", QuantityAsync);
    }

    /// <summary>The cart below what happened to it.</summary>
    public static Task Show(Turn<ShoppingState> turn, string before)
    {
        var texts = ShopDesk.TextsOf(turn);
        var cart = turn.State.Cart;
        if (cart.Lines.Count == 0)
            return GreetingFeature.Menu(turn, before.Length == 0 ? texts.CartEmpty : $"{before}\n\n{texts.CartEmpty}");
        var lines = CartTexts.Describe(texts, cart);
        turn.Reply(new ReplyButtonsMessage(
            FittedText.Cut(before.Length == 0 ? lines : $"{FittedText.Cut(before, FittedText.Body - 2 - lines.Length)}\n\n{lines}", FittedText.Body),
            [
                turn.Button(texts.ButtonCheckout, new StartCheckout()),
                turn.Button(texts.ButtonChange, new EditCart()),
                turn.Button(texts.ButtonKeepShopping, new OpenShop()),
            ]));
        return Task.CompletedTask;
    }

    private static Task ShowLines(Turn<ShoppingState> turn, EditLines tap)
    {
        var texts = ShopDesk.TextsOf(turn);
        var all = turn.State.Cart.Lines;
        if (all.Count == 0)
            return GreetingFeature.Menu(turn, texts.CartEmpty);
        var first = Math.Clamp(tap.Page, 0, (all.Count - 1) / LinesPerPage) * LinesPerPage;
        var lines = all.Skip(first).Take(LinesPerPage).ToList();
        var titles = FittedText.Distinct(lines.Select(line => line.Title), FittedText.RowTitle, texts.RowClear, texts.RowDiscount, texts.RowMore);
        List<ListRow> rows = [.. lines.Select((line, i) => turn.Row(titles[i], new EditLine(line.VariantId), BrowseFeature.Hint(CartTexts.Line(texts, line))))];
        if (first + LinesPerPage < all.Count)
            rows.Add(turn.Row(texts.RowMore, new EditLines((first / LinesPerPage) + 1), texts.RowMoreHint));
        rows.Add(turn.Row(texts.RowDiscount, new EnterDiscount(), texts.RowDiscountHint));
        rows.Add(turn.Row(texts.RowClear, new ClearCart(), texts.RowClearHint));
        turn.Reply(new ListMessage(texts.AskLine, texts.ListCart, [new ListSection(null, rows)]));
        return Task.CompletedTask;
    }

    private static Task ShowLine(Turn<ShoppingState> turn, EditLine tap)
    {
        var texts = ShopDesk.TextsOf(turn);
        if (turn.State.Cart.Lines.FirstOrDefault(line => line.VariantId == tap.Id) is not { } line)
            return Show(turn, "");
        List<ListRow> rows =
        [
            turn.Row(texts.RowRemove, new RemoveLine(tap.Id), BrowseFeature.Hint(line.Title)),
            .. Enumerable.Range(1, MostRows).Select(count => turn.Row(
                count.ToString(CultureInfo.InvariantCulture), new SetQuantity(tap.Id, count), BrowseFeature.Hint((line.Price * count).Format(texts.Culture)))),
        ];
        turn.Reply(new ListMessage(texts.AskLineQuantity(FittedText.Cut(line.Title, 200)), texts.ListQuantity, [new ListSection(null, rows)]));
        turn.State = turn.State with { Awaits = new AwaitedAnswer("line", tap.Id) };
        return Task.CompletedTask;
    }

    private static async Task<bool> QuantityAsync(Turn<ShoppingState> turn, AwaitedAnswer awaited, string text)
    {
        if (!int.TryParse(WordText.Fold(text), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || awaited.About is not { } variant)
            return false;
        if (count == 0)
        {
            await turn.Follow(new RemoveLine(variant)).ConfigureAwait(false);
        }
        else if (count <= ShoppingCart.MaxQuantity)
        {
            await turn.Follow(new SetQuantity(variant, count)).ConfigureAwait(false);
        }
        else
        {
            turn.State = turn.State with { Awaits = awaited };
            await turn.Says(ShopDesk.TextsOf(turn).QuantityWrong(ShoppingCart.MaxQuantity)).ConfigureAwait(false);
        }

        return true;
    }

    private async Task SetAsync(Turn<ShoppingState> turn, SetQuantity tap)
    {
        var texts = ShopDesk.TextsOf(turn);
        if (turn.State.Cart.Lines.FirstOrDefault(line => line.VariantId == tap.Id) is not { } line)
        {
            await Show(turn, "").ConfigureAwait(false);
            return;
        }

        if (await desk.OffersAsync(turn, [tap.Id]).ConfigureAwait(false) is not [{ Available: true } offer])
        {
            ShopDesk.Put(turn, turn.State.Cart.Remove(tap.Id));
            await Show(turn, texts.ChangedGone(FittedText.Cut(line.Title, 80))).ConfigureAwait(false);
            return;
        }

        ShopDesk.Put(turn, (await desk.CartInAsync(turn, offer.Price.Currency).ConfigureAwait(false)).With(offer, tap.Quantity));
        var now = turn.State.Cart.QuantityOf(tap.Id);
        await Show(turn, now < tap.Quantity ? texts.ChangedFewer(FittedText.Cut(line.Title, 80), now) : texts.Changed(FittedText.Cut(line.Title, 200), now)).ConfigureAwait(false);
    }

    private static Task Remove(Turn<ShoppingState> turn, RemoveLine tap)
    {
        if (turn.State.Cart.Lines.FirstOrDefault(line => line.VariantId == tap.Id) is not { } line)
            return Show(turn, "");
        ShopDesk.Put(turn, turn.State.Cart.Remove(tap.Id));
        return Show(turn, ShopDesk.TextsOf(turn).Removed(FittedText.Cut(line.Title, 200)));
    }

    private static Task Clear(Turn<ShoppingState> turn)
    {
        if (turn.State.Cart.Lines.Count > 0)
            ShopDesk.Put(turn, ShoppingCart.Empty);
        return GreetingFeature.Menu(turn, ShopDesk.TextsOf(turn).CartCleared);
    }

    private static Task AskCode(Turn<ShoppingState> turn)
    {
        if (turn.State.Cart.Lines.Count == 0)
            return GreetingFeature.Menu(turn, ShopDesk.TextsOf(turn).CartEmpty);
        turn.State = turn.State with { Awaits = new AwaitedAnswer("discount") };
        return turn.Says(ShopDesk.TextsOf(turn).AskDiscount);
    }

    private static async Task<bool> CodeAsync(Turn<ShoppingState> turn, AwaitedAnswer awaited, string text)
    {
        // A code is one short word; whatever is longer is meant otherwise.
        if (!Code().IsMatch(text))
            return false;
        await turn.Follow(new UseDiscount(text)).ConfigureAwait(false);
        return true;
    }

    private async Task UseAsync(Turn<ShoppingState> turn, UseDiscount tap)
    {
        var texts = ShopDesk.TextsOf(turn);
        if (turn.State.Cart.Lines.Count == 0)
        {
            await GreetingFeature.Menu(turn, texts.CartEmpty).ConfigureAwait(false);
            return;
        }

        if (!Code().IsMatch(tap.Code ?? ""))
        {
            await Show(turn, texts.DiscountRefused(FittedText.Cut(tap.Code ?? "", 40))).ConfigureAwait(false);
            return;
        }

        var lines = turn.State.Cart.Lines.Select(line => new CheckoutLine(line.VariantId, line.Quantity) { Price = line.Price });
        var order = new CheckoutOrder(turn.Customer, [.. lines]) { DiscountCodes = [tap.Code!], Language = turn.Locale };
        var pricing = await turn.Once("pricing", async ct => await desk.Checkout.PriceAsync(ShopDesk.StoreOf(turn), order, ct).ConfigureAwait(false) ?? new CheckoutPricing()).ConfigureAwait(false);
        if (pricing.RefusedCodes.Contains(tap.Code, StringComparer.OrdinalIgnoreCase))
        {
            await Show(turn, texts.DiscountRefused(tap.Code!)).ConfigureAwait(false);
            return;
        }

        ShopDesk.Put(turn, turn.State.Cart with { Code = tap.Code, CodeAmount = pricing.Discount is { Amount: > 0 } off && off.Currency == turn.State.Cart.Lines[0].Price.Currency ? off : null });
        await Show(turn, "").ConfigureAwait(false);
    }

    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N}_%.\-]{0,39}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Code();
}
