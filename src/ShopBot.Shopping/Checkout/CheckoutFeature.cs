using ShopBot.Engine.Conversations;
using ShopBot.Shopping.Cart;
using ShopBot.Shopping.Events;
using ShopBot.Shopping.Greeting;
using ShopBot.Shopping.Localization;
using ShopBot.Shopping.Reminders;
using WhatsApp.Client;

namespace ShopBot.Shopping.Checkout;

/// <summary>The way to pay: everything is looked up again, what changed is explained, then there is a link.</summary>
internal sealed class CheckoutFeature(ShopDesk desk) : IShopFeature
{
    private const int MostCarts = 5;

    public void Map(ShopMap shop)
    {
        shop.Tap<StartCheckout>((turn, _) => CheckOutAsync(turn), "Makes the link to pay.");
        shop.Says("WordsCheckout", (turn, _) => turn.Follow(new StartCheckout()));
    }

    private async Task CheckOutAsync(Turn<ShoppingState> turn)
    {
        var texts = ShopDesk.TextsOf(turn);
        var cart = turn.State.Cart;
        if (cart.Lines.Count == 0)
        {
            await GreetingFeature.Menu(turn, texts.CartEmpty).ConfigureAwait(false);
            return;
        }

        var review = CartReview.Of(cart, await desk.OffersAsync(turn, [.. cart.Lines.Select(line => line.VariantId)]).ConfigureAwait(false));
        if (review.Changed)
        {
            ShopDesk.Put(turn, review.Cart);
            await CartFeature.Show(turn, CartTexts.Explain(texts, review)).ConfigureAwait(false);
            return;
        }

        var order = new CheckoutOrder(turn.Customer, [.. cart.Lines.Select(line => new CheckoutLine(line.VariantId, line.Quantity) { Price = line.Price })])
        {
            DiscountCodes = cart.Code is { } code ? [code] : [],
            Language = turn.Locale,
        };
        var result = await turn.Once("checkout", async ct => await desk.Checkout.CreateAsync(ShopDesk.StoreOf(turn), order, ct).ConfigureAwait(false)).ConfigureAwait(false);
        await HandOverAsync(turn, CheckoutReview.Of(cart, result.Changes), result).ConfigureAwait(false);
    }

    /// <summary>The link for what is left, and what the customer has to know about the rest.</summary>
    private static async Task HandOverAsync(Turn<ShoppingState> turn, CartReview review, CheckoutResult result)
    {
        var texts = ShopDesk.TextsOf(turn);
        if (review.Changed)
            ShopDesk.Put(turn, review.Cart);
        List<string> said = [.. review.Changed ? [CartTexts.Explain(texts, review)] : Array.Empty<string>(), .. result.Notes];
        if (turn.State.Cart.Code is { } code && result.RefusedCodes.Contains(code, StringComparer.OrdinalIgnoreCase))
        {
            said.Add(texts.DiscountRefused(FittedText.Cut(code, 40)));
            ShopDesk.Put(turn, turn.State.Cart with { Code = null, CodeAmount = null });
        }

        var cart = turn.State.Cart;
        if (result.Link is not { } link || cart.Total() is not { } before)
        {
            said.Add(cart.Lines.Count == 0 ? texts.CartEmpty : texts.CheckoutFailed);
            await GreetingFeature.Menu(turn, string.Join('\n', said)).ConfigureAwait(false);
            return;
        }

        var total = result.Total ?? before;
        if (cart.Code is not null && total.Currency == before.Currency && total.Amount < before.Amount)
            turn.State = turn.State with { Cart = cart with { CodeAmount = before with { Amount = before.Amount - total.Amount } } };

        // The cart may be long; what changed and what to do must not be cut off.
        said.AddRange(["", texts.CheckoutBody]);
        var after = string.Join('\n', said);
        var text = $"{FittedText.Cut(CartTexts.Describe(texts, turn.State.Cart), Math.Max(100, FittedText.Body - 1 - after.Length))}\n{after}";
        turn.Reply(new CtaUrlMessage(FittedText.Cut(text, FittedText.Body), texts.ButtonCheckout, link.AbsoluteUri));
        turn.State = turn.State with
        {
            Checkout = new OpenCheckout(turn.Now, total, 0),
            CartTokens = result.CartToken is { } token ? [.. turn.State.CartTokens.Where(known => known != token).TakeLast(MostCarts - 1), token] : turn.State.CartTokens,
        };
        turn.Raise(CheckoutCreated.Kind, new CheckoutCreated(total.Amount, total.Currency) { CartToken = result.CartToken });
    }
}
