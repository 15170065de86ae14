using Microsoft.AspNetCore.Http;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.Admin;

/// <summary>Customers, and checkouts that were left before paying.</summary>
internal static class PeoplePages
{
    public static Task CustomersAsync(HttpContext context)
    {
        var shop = context.Shop();
        var rows = shop.Customers.All.Reverse().Take(100).Select(c => $"""
            <tr><th scope="row">{Html.Encode(c.DisplayName)}</th><td>{Html.Encode(c.Email)}</td><td>{Html.Encode(c.Phone)}</td><td>{AdminShell.Badge(c.WhatsAppConsent.State)}</td><td class="num">{shop.Customers.OrdersOf(c).Count()}</td></tr>
            """).ToList();
        return AdminShell.AnswerAsync(context, "/customers", "Customers", rows.Count == 0 ? "<section class=\"panel\"><p class=\"empty\">No customers yet. The first order brings the first one.</p></section>" : $"""
            <section class="panel"><table><caption class="hidden">Customers</caption><thead><tr><th scope="col">Name</th><th scope="col">Email</th><th scope="col">Phone</th><th scope="col">WhatsApp marketing</th><th scope="col" class="num">Orders</th></tr></thead><tbody>{string.Concat(rows)}</tbody></table></section>
            """);
    }

    public static Task CheckoutsAsync(HttpContext context)
    {
        var shop = context.Shop();
        var rows = shop.Checkouts.All.Reverse().Take(100).Select(c => $"""
            <tr><th scope="row"><a href="{Html.Encode(shop.Checkouts.RecoverUrl(c))}">{Html.Encode(c.Name)}</a></th><td>{AdminShell.Time(shop, c.UpdatedAt)}</td><td>{Html.Encode(c.Contact.Name)}</td>
            <td>{AdminShell.Badge(c.CompletedAt is null ? "NOT_RECOVERED" : "RECOVERED")}</td><td class="num">{AdminShell.Price(shop, c.Sale.Prices.Total.Presentment, c.Sale.Context.CurrencyCode)}</td></tr>
            """).ToList();
        return AdminShell.AnswerAsync(context, "/checkouts", "Abandoned checkouts", rows.Count == 0 ? "<section class=\"panel\"><p class=\"empty\">Nobody left a checkout so far.</p></section>" : $"""
            <section class="panel"><table><caption class="hidden">Checkouts</caption><thead><tr><th scope="col">Checkout</th><th scope="col">Last seen</th><th scope="col">Buyer</th><th scope="col">State</th><th scope="col" class="num">Total</th></tr></thead><tbody>{string.Concat(rows)}</tbody></table></section>
            """);
    }
}
