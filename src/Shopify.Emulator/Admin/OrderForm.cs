using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shopify.Emulator.Checkout;
using Shopify.Emulator.Pricing;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.Admin;

/// <summary>Creating an order by hand: pick pieces of what is in stock, say who buys.</summary>
internal static class OrderForm
{
    private const int MostProducts = 25;

    public static Task NewAsync(HttpContext context) => ShowAsync(context, CheckoutForm.Prefilled(context.Shop(), null, null, null), null);

    public static async Task AddAsync(HttpContext context, IFormCollection form)
    {
        var shop = context.Shop();
        var buyer = CheckoutForm.Read(form);
        var lines = form.Where(static f => f.Key.StartsWith("pieces-", StringComparison.Ordinal))
            .Select(static f => (Id: long.Parse(f.Key[7..], CultureInfo.InvariantCulture), Count: int.TryParse(f.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0))
            .Where(static l => l.Count > 0).Select(static l => KeyValuePair.Create(l.Id, l.Count)).ToList();
        if (buyer.Problem(shop) is { } problem)
        {
            await ShowAsync(context, buyer, problem.Text).ConfigureAwait(false);
            return;
        }

        try
        {
            var order = shop.CreateOrder(lines, buyer.ToContact(), isPaid: form["payment"] != "pending");
            AdminShell.Back(context, $"/orders/{order.Id}", "created");
        }
        catch (InvalidOperationException e)
        {
            await ShowAsync(context, buyer, e.Message).ConfigureAwait(false);
        }
    }

    private static Task ShowAsync(HttpContext context, CheckoutForm buyer, string? problem)
    {
        var shop = context.Shop();
        var query = context.Request.Query["query"].ToString();
        var rows = ProductPages.Find(shop, query).Where(static p => p.IsBuyable).Take(MostProducts).SelectMany(p => p.Variants.Where(static v => v.InStock).Select(v => $"""
            <tr><td class="pic">{ProductPages.Picture(shop, p, v)}</td><th scope="row">{Html.Encode(p.Title)}<small>{Html.Encode(p.HasOnlyDefaultVariant ? "" : v.Title)}</small></th><td class="num">{AdminShell.Price(shop, v.Price)}</td>
            <td>{(v.Stock is { } stock ? $"{stock} left" : "")}</td><td><input type="number" min="0" value="0" name="pieces-{v.Id}" aria-label="Pieces of {Html.Encode(p.Title)} {Html.Encode(v.Title)}"></td></tr>
            """));
        var countries = PriceContext.Countries(shop.Catalog).Select(static c => (c, new RegionInfo(c).EnglishName));
        return AdminShell.AnswerAsync(context, "/orders", "Create order", $"""
            {AdminShell.Problem(problem)}
            <form method="get" role="search" class="panel inline"><label class="field"><span>Find products</span><input type="search" name="query" value="{Html.Encode(query)}"></label><button>Search</button></form>
            <form method="post" action="{AdminShell.Link(shop, "/orders/new")}" class="stack">
            <section class="panel scroll"><h2>Items</h2><table class="edit"><caption class="hidden">Items</caption><thead><tr><td></td><th scope="col">Item</th><th scope="col" class="num">Price</th><th scope="col">Stock</th><th scope="col">Pieces</th></tr></thead><tbody>{string.Concat(rows)}</tbody></table></section>
            <section class="panel stack"><h2>Buyer</h2>
            <div class="row">{AdminShell.Field("Email", "email", buyer.Email, "email")}{AdminShell.Field("Phone", "phone", buyer.Phone, "tel")}</div>
            <div class="row">{AdminShell.Field("First name", "first_name", buyer.FirstName)}{AdminShell.Field("Last name", "last_name", buyer.LastName)}</div>
            {AdminShell.Field("Address", "address", buyer.Address)}
            <div class="row">{AdminShell.Field("Postal code", "zip", buyer.Zip)}{AdminShell.Field("City", "city", buyer.City)}{AdminShell.Choice("Country", "country", countries, buyer.Country)}</div>
            {AdminShell.Choice("Payment", "payment", [("paid", "Paid"), ("pending", "Pending")], "paid")}
            <div class="actions"><button class="primary" data-testid="create-order">Create order</button></div></section>
            </form>
            """, problem is null ? 200 : 422);
    }
}
