using System.Text;
using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Cart;
using ShopBot.Shopping.Checkout;
using ShopBot.Shopping.Events;
using ShopBot.Shopping.Localization;
using WhatsApp.Client;

namespace ShopBot.Shopping;

/// <content>The cart, and the way to pay.</content>
public sealed partial class ShoppingFlow
{
    private static Task ShowCart(Turn<ShoppingState> turn, OpenCart tap) => ShowCart(turn, "");

    private static Task ShowCart(Turn<ShoppingState> turn, string before)
    {
        var texts = TextsOf(turn);
        var cart = turn.State.Cart;
        if (cart.Lines.Count == 0)
            return Menu(turn, before.Length == 0 ? texts.CartEmpty : $"{before}\n\n{texts.CartEmpty}");
        var lines = Describe(texts, cart);
        turn.Reply(new ReplyButtonsMessage(
            before.Length == 0 ? lines : $"{FittedText.Cut(before, FittedText.Body - 2 - lines.Length)}\n\n{lines}",
            [
                turn.Button(texts.ButtonCheckout, new StartCheckout()),
                turn.Button(texts.ButtonChange, new EditCart()),
                turn.Button(texts.ButtonKeepShopping, new OpenShop()),
            ]));
        return Task.CompletedTask;
    }

    private static Task ShowRemovable(Turn<ShoppingState> turn, EditCart tap)
    {
        var texts = TextsOf(turn);
        var lines = turn.State.Cart.Lines.Take(RowsPerPage).ToList();
        if (lines.Count == 0)
            return Menu(turn, texts.CartEmpty);
        var titles = FittedText.Distinct(lines.Select(line => line.Title), FittedText.RowTitle, texts.RowClear);
        var rows = lines.Select((line, i) => turn.Row(titles[i], new RemoveLine(line.VariantId), Hint(LineText(texts, line)))).ToList();
        rows.Add(turn.Row(texts.RowClear, new ClearCart(), texts.RowClearHint));
        turn.Reply(new ListMessage(texts.AskRemove, texts.ListCart, [new ListSection(null, rows)]));
        return Task.CompletedTask;
    }

    private static Task Remove(Turn<ShoppingState> turn, RemoveLine tap)
    {
        if (turn.State.Cart.Lines.FirstOrDefault(line => line.VariantId == tap.Id) is not { } line)
            return ShowCart(turn, "");
        Put(turn, turn.State.Cart.Remove(tap.Id));
        return ShowCart(turn, TextsOf(turn).Removed(FittedText.Cut(line.Title, 200)));
    }

    private static Task Clear(Turn<ShoppingState> turn, ClearCart tap)
    {
        Put(turn, ShoppingCart.Empty);
        return Menu(turn, TextsOf(turn).CartCleared);
    }

    private async Task CheckOut(Turn<ShoppingState> turn, StartCheckout tap)
    {
        var texts = TextsOf(turn);
        if (turn.State.Cart.Lines.Count == 0)
        {
            await Menu(turn, texts.CartEmpty).ConfigureAwait(false);
            return;
        }

        var offers = await catalog.GetVariantsAsync(turn.Store, [.. turn.State.Cart.Lines.Select(line => line.VariantId)], turn.Aborted).ConfigureAwait(false);
        var review = CartReview.Of(turn.State.Cart, offers);
        if (review.Changed)
        {
            Put(turn, review.Cart);
            await ShowCart(turn, Explain(texts, review)).ConfigureAwait(false);
            return;
        }

        var result = await checkout.CreateAsync(
            turn.Store,
            turn.Customer,
            [.. review.Cart.Lines.Select(line => new CheckoutLine(line.VariantId, line.Quantity) { Price = line.Price })],
            turn.Aborted).ConfigureAwait(false);
        await HandOver(turn, CheckoutReview.Of(review.Cart, result.Changes), result).ConfigureAwait(false);
    }

    /// <summary>The link for what is left, and what the customer has to know about the rest.</summary>
    private static async Task HandOver(Turn<ShoppingState> turn, CartReview review, CheckoutResult result)
    {
        var texts = TextsOf(turn);
        if (review.Changed)
            Put(turn, review.Cart);
        if (result.Link is not { } link || review.Cart.Total() is not { } total)
        {
            var reason = review.Cart.Lines.Count == 0 ? texts.CartEmpty : texts.CheckoutFailed;
            await Menu(turn, string.Join('\n', Lines(texts, review, result.Notes, reason))).ConfigureAwait(false);
            return;
        }

        // The cart may be long; what changed and what to do must not be cut off.
        var after = string.Join('\n', Lines(texts, review, result.Notes, "", texts.CheckoutBody));
        var text = $"{FittedText.Cut(Describe(texts, review.Cart), Math.Max(100, FittedText.Body - 1 - after.Length))}\n{after}";
        turn.Reply(new CtaUrlMessage(FittedText.Cut(text, FittedText.Body), texts.ButtonCheckout, link.AbsoluteUri));
        turn.Raise(CheckoutCreated.Kind, new CheckoutCreated(total.Amount, total.Currency), ShoppingJson.Default.CheckoutCreated);
    }

    private static IEnumerable<string> Lines(ShoppingTexts texts, CartReview review, IReadOnlyList<string> notes, params IEnumerable<string> last) =>
        [.. review.Changed ? [Explain(texts, review)] : Array.Empty<string>(), .. notes, .. last];

    private static string Explain(ShoppingTexts texts, CartReview review)
    {
        var text = new StringBuilder();
        foreach (var title in review.Gone)
            text.Append(texts.ChangedGone(FittedText.Cut(title, 80))).Append('\n');
        foreach (var line in review.Fewer)
            text.Append(texts.ChangedFewer(FittedText.Cut(line.Title, 80), line.Quantity)).Append('\n');
        foreach (var line in review.Repriced)
            text.Append(texts.ChangedPrice(FittedText.Cut(line.Title, 80), line.Price.Format(texts.Culture))).Append('\n');
        return text.ToString().TrimEnd();
    }

    /// <summary>The whole cart; of a very long one the first lines, so that the total is never cut off.</summary>
    private static string Describe(ShoppingTexts texts, ShoppingCart cart)
    {
        const int roomForLines = 700;
        var text = new StringBuilder(texts.CartTitle).Append('\n');
        foreach (var line in cart.Lines)
        {
            if (text.Length > roomForLines)
            {
                text.Append("…\n");
                break;
            }

            text.Append(LineText(texts, line)).Append('\n');
        }

        return text.Append(texts.Total(cart.Total()!.Value.Format(texts.Culture))).ToString();
    }

    private static string LineText(ShoppingTexts texts, CartLine line) =>
        texts.CartLine(line.Quantity, FittedText.Cut(line.Title, 80), line.Total().Format(texts.Culture));
}
