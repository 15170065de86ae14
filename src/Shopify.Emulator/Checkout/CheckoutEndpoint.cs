using Microsoft.AspNetCore.Http;
using Shopify.Emulator.Orders;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.Checkout;

/// <summary>The pages a buyer sees: checkout of a cart or an invoice, and thank-you.</summary>
internal static class CheckoutEndpoint
{
    public static Task ShowAsync(HttpContext context)
    {
        var shop = context.Shop();
        if (CheckoutTarget.Of(context, shop) is not { } target) return GoneAsync(context);
        if (target.Source is { } source && Paid(shop, source) is { } order)
        {
            context.SeeOther($"{shop.Url}/checkouts/{order.CheckoutToken}/thank-you");
            return Task.CompletedTask;
        }

        return context.AnswerHtmlAsync(200, CheckoutPage.Render(target, target.Prefilled(), null));
    }

    public static async Task DecideAsync(HttpContext context)
    {
        var shop = context.Shop();
        if (CheckoutTarget.Of(context, shop) is not { } target)
        {
            await GoneAsync(context).ConfigureAwait(false);
            return;
        }

        var fields = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false) : FormCollection.Empty;
        var form = CheckoutForm.Read(fields);
        switch (fields["decision"].ToString())
        {
            case "code":
                if (target.TakesCodes && fields["code"].ToString().Trim() is { Length: > 0 } code) target.AddCode(code);
                await context.AnswerHtmlAsync(200, CheckoutPage.Render(target, form, null)).ConfigureAwait(false);
                break;
            case "leave":
                await LeaveAsync(context, target, form).ConfigureAwait(false);
                break;
            default:
                await PayAsync(context, target, form).ConfigureAwait(false);
                break;
        }
    }

    public static Task ThankYouAsync(HttpContext context) =>
        context.Shop().OrderBook.FindByCheckout(context.Request.RouteValues["checkout"] as string ?? "") is { } order
            ? context.AnswerHtmlAsync(200, ThankYouPage.Render(context.Shop(), order))
            : GoneAsync(context);

    /// <summary><c>/{shop id}/checkouts/ac/{token}/recover</c>: the address of an abandoned checkout.</summary>
    public static Task RecoverAsync(HttpContext context)
    {
        if (context.Shop().Checkouts.FindByToken(context.Request.RouteValues["checkout"] as string ?? "") is not { CompletedAt: null } checkout) return GoneAsync(context);
        context.SeeOther(checkout.ResumeUrl);
        return Task.CompletedTask;
    }

    public static Task GoneAsync(HttpContext context) => context.AnswerHtmlAsync(404, StorePages.EmptyCart(context.Shop()));

    private static async Task PayAsync(HttpContext context, CheckoutTarget target, CheckoutForm form)
    {
        if (form.Problem(target.Shop) is { } problem)
        {
            await context.AnswerHtmlAsync(422, CheckoutPage.Render(target, form, problem)).ConfigureAwait(false);
            return;
        }

        var contact = form.ToContact();
        var checkout = target.Shop.Checkouts.Save(target.Source, target.Url, target.Sale(contact), contact);
        if (form.Card == "decline")
        {
            await context.AnswerHtmlAsync(402, CheckoutPage.Render(target, form, ("card", "Your card was declined. Try another card."))).ConfigureAwait(false);
        }
        else if (target.Pay(contact, checkout.Token) is { } order)
        {
            target.Shop.Checkouts.Complete(checkout, order);
            context.SeeOther($"{target.Shop.Url}/checkouts/{order.CheckoutToken}/thank-you");
        }
        else if (CheckoutTarget.Of(context, target.Shop) is null || Paid(target.Shop, target.Source) is not null)
        {
            await GoneAsync(context).ConfigureAwait(false);
        }
        else
        {
            await context.AnswerHtmlAsync(409, CheckoutPage.Render(target, form, ("", "Some items are no longer available in the quantity you chose. Change your cart and try again."))).ConfigureAwait(false);
        }
    }

    private static async Task LeaveAsync(HttpContext context, CheckoutTarget target, CheckoutForm form)
    {
        if (form.ContactProblem() is { } problem)
        {
            await context.AnswerHtmlAsync(422, CheckoutPage.Render(target, form, problem)).ConfigureAwait(false);
            return;
        }

        var contact = form.ToContact();
        var checkout = target.Shop.Checkouts.Save(target.Source, target.Url, target.Sale(contact), contact);
        await context.AnswerHtmlAsync(200, LeftPage.Render(target.Shop, checkout)).ConfigureAwait(false);
    }

    private static EmulatedOrder? Paid(EmulatedShop shop, string source) =>
        source.StartsWith("draft-", StringComparison.Ordinal) && shop.Drafts.FindByInvoice(source[6..]) is { OrderId: { } id } ? shop.OrderBook.Find(id) : null;
}
