using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shopify.Emulator.Carts;
using Shopify.Emulator.Orders;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.Checkout;

/// <summary>The pages a buyer sees: checkout of a cart, thank-you, and the legacy permalink that makes a cart.</summary>
internal static class CheckoutEndpoint
{
    public static Task ShowAsync(HttpContext context) => Cart(context) is { } cart
        ? context.AnswerHtmlAsync(200, CheckoutPage.Render(context.Shop(), cart, CheckoutForm.Prefilled(context.Shop(), cart), null))
        : GoneAsync(context);

    public static async Task PayAsync(HttpContext context)
    {
        var shop = context.Shop();
        if (Cart(context) is not { } cart)
        {
            await GoneAsync(context).ConfigureAwait(false);
            return;
        }

        var form = CheckoutForm.Read(context.Request.HasFormContentType
            ? await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false) : FormCollection.Empty);
        if (form.Problem(shop) is { } problem)
            await context.AnswerHtmlAsync(422, CheckoutPage.Render(shop, cart, form, problem)).ConfigureAwait(false);
        else if (shop.OrderBook.Pay(cart, form.ToContact()) is { } order)
            context.SeeOther($"{shop.Url}/checkouts/{order.CheckoutToken}/thank-you");
        else if (Cart(context) is null)
            await GoneAsync(context).ConfigureAwait(false);
        else
            await context.AnswerHtmlAsync(409, CheckoutPage.Render(shop, cart, form, "Some items are no longer available in the quantity you chose. Change your cart and try again.")).ConfigureAwait(false);
    }

    public static Task ThankYouAsync(HttpContext context) =>
        context.Shop().OrderBook.FindByCheckout(context.Request.RouteValues["checkout"] as string ?? "") is { } order
            ? context.AnswerHtmlAsync(200, ThankYouPage.Render(context.Shop(), order))
            : GoneAsync(context);

    /// <summary><c>/cart/{variant}:{quantity},…</c>: every click makes a new cart; sold-out variants are left out.</summary>
    public static Task PermalinkAsync(HttpContext context)
    {
        var shop = context.Shop();
        var query = context.Request.Query;
        var edit = shop.Carts.Begin("web");
        foreach (var item in ((string)context.Request.RouteValues["items"]!).Split(','))
            if (item.Split(':') is [var id, var count] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var variant)
                && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var quantity) && quantity > 0
                && shop.FindVariant(variant) is { Product.IsBuyable: true })
                edit.Add(variant, quantity, []);
        if (edit.Cart.Lines.IsEmpty) return GoneAsync(context);
        edit.SetNote(query["note"].ToString() is { Length: > 0 } note ? note : null, "note");
        if (query["discount"].ToString() is { Length: > 0 } codes) edit.SetDiscountCodes(codes.Split(','));
        var cart = shop.Carts.Save(edit.Cart with
        {
            Attributes = [.. query.Select(static p => (Key: Bracketed(p.Key), Value: p.Value.ToString())).Where(static a => a.Key is not null)
                .Select(static a => new CartAttribute(a.Key!, a.Value))],
            Buyer = new(null, Text(query, "checkout[email]"), Text(query, "checkout[shipping_address][phone]")),
        });
        context.Response.Redirect(shop.Carts.CheckoutUrl(cart));
        return Task.CompletedTask;
    }

    private static string? Bracketed(string key) =>
        key.StartsWith("attributes[", StringComparison.Ordinal) && key.EndsWith(']') ? key["attributes[".Length..^1] : null;

    private static string? Text(IQueryCollection query, string key) => query[key].ToString() is { Length: > 0 } text ? text : null;

    private static Cart? Cart(HttpContext context) =>
        context.Shop().Carts.Find(context.Request.RouteValues["token"] as string ?? "", context.Request.Query["key"]) is { Lines.IsEmpty: false } cart ? cart : null;

    private static Task GoneAsync(HttpContext context) => context.AnswerHtmlAsync(404, StorePages.EmptyCart(context.Shop()));
}
