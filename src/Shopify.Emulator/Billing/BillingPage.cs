using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Shopify.Emulator.Graph;
using Shopify.Emulator.OAuth;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.Billing;

/// <summary>The page behind <c>confirmationUrl</c>, on which the merchant approves what the app will cost.</summary>
internal static class BillingPage
{
    public static Task ShowAsync(HttpContext context) => Find(context) is { } charge
        ? context.AnswerHtmlAsync(200, Page(context.Shop(), charge), charge.ReturnUrl)
        : context.AnswerHtmlAsync(404, Html.Page("Not found", "consent.css", "<main class=\"consent\"><h1>This charge was already answered</h1></main>"));

    public static async Task DecideAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false) : FormCollection.Empty;
        if (Find(context) is not { } charge || context.Shop().Billing.Decide(charge.Id, charge.Key, form["decision"] == "approve") is not { } decided)
            await ShowAsync(context).ConfigureAwait(false);
        else
            context.SeeOther(QueryHelpers.AddQueryString(decided.ReturnUrl, "charge_id", decided.Id.ToString(CultureInfo.InvariantCulture)));
    }

    private static AppCharge? Find(HttpContext context) =>
        context.Shop().Billing.Find(long.Parse((string)context.Request.RouteValues["charge"]!, CultureInfo.InvariantCulture)) is { Status: "PENDING" } charge
            && Secrets.Same(context.Request.Query["signature"], charge.Key) ? charge : null;

    private static string Page(EmulatedShop shop, AppCharge charge) => Html.Page("Approve subscription", "consent.css", $"""
        <main class="consent">
          <h1>Approve subscription</h1>
          <p class="lead"><strong>{Html.Encode(charge.Name)}</strong><br><span class="muted">{Html.Encode(shop.Catalog.Name)} · {Html.Encode(shop.Domain)}</span></p>
          <ul class="scopes">{string.Concat(charge.Lines.Select(Line))}</ul>
          <p class="muted">{(charge.TrialDays > 0 ? $"Free for the first {charge.TrialDays} days. " : "")}{(charge.Test ? "This is a test charge." : "No money moves: this shop is emulated.")}</p>
          <form method="post" action="{Html.Encode(shop.Billing.ConfirmationUrl(charge))}">
            <button class="plain" name="decision" value="decline" data-testid="decline">Decline</button>
            <button class="primary" name="decision" value="approve" data-testid="approve">Approve</button>
          </form>
        </main>
        """);

    private static string Line(PlanLine line)
    {
        var price = $"{Money.TwoDecimals(line.Price.Amount)} {Html.Encode(line.Price.CurrencyCode)}";
        return line.IsUsage
            ? $"<li><strong>Up to {price}</strong><span>{Html.Encode(line.Terms)}</span></li>"
            : $"<li><strong>{price}</strong><span>{(line.Interval == "ANNUAL" ? "every year" : "every 30 days")}</span></li>";
    }
}
