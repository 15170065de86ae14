using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shopify.Emulator.Catalog;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.Admin;

/// <summary>Discount codes: see, add, delete.</summary>
internal static class DiscountPages
{
    private static readonly (string, string)[] Kinds = [("percentage", "Per cent off"), ("amount", "Amount off"), ("shipping", "Free shipping")];

    public static Task ListAsync(HttpContext context) => ShowAsync(context, null);

    public static async Task AddAsync(HttpContext context, IFormCollection form)
    {
        var code = form["code"].ToString().Trim();
        var hasValue = decimal.TryParse(form["value"].ToString().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0;
        var kind = form["kind"].ToString();
        if (code.Length == 0 || (kind != "shipping" && !hasValue) || (kind == "percentage" && value > 100))
        {
            await ShowAsync(context, "Enter a code, and how much it takes off.").ConfigureAwait(false);
            return;
        }

        try
        {
            context.Shop().AddDiscount(new CatalogDiscount
            {
                Code = code,
                Percentage = kind == "percentage" ? value : null,
                Amount = kind == "amount" ? value : null,
                FreeShipping = kind == "shipping",
                StartsAt = context.Shop().Now(),
            });
            AdminShell.Back(context, "/discounts", "added");
        }
        catch (ArgumentException)
        {
            await ShowAsync(context, $"There is a code {code} already.").ConfigureAwait(false);
        }
    }

    public static Task DeleteAsync(HttpContext context, IFormCollection form)
    {
        context.Shop().DeleteDiscount(form["code"].ToString());
        AdminShell.Back(context, "/discounts", "deleted");
        return Task.CompletedTask;
    }

    private static Task ShowAsync(HttpContext context, string? problem)
    {
        var shop = context.Shop();
        var rows = shop.Discounts.All.Select(d => $"""
            <tr><th scope="row">{Html.Encode(d.Terms.Code)}<small>{Html.Encode(d.Title)}</small></th><td>{Words(shop, d.Terms)}</td><td>{AdminShell.Badge(d.Status(shop.Now()))}</td><td class="num">{d.UsageCount}</td>
            <td><form method="post" action="{AdminShell.Link(shop, "/discounts/delete")}"><input type="hidden" name="code" value="{Html.Encode(d.Terms.Code)}"><button aria-label="Delete {Html.Encode(d.Terms.Code)}">Delete</button></form></td></tr>
            """);
        return AdminShell.AnswerAsync(context, "/discounts", "Discounts", $"""
            {AdminShell.Problem(problem)}
            <section class="panel"><table><caption class="hidden">Discount codes</caption><thead><tr><th scope="col">Code</th><th scope="col">Takes off</th><th scope="col">Status</th><th scope="col" class="num">Used</th><td></td></tr></thead><tbody>{string.Concat(rows)}</tbody></table></section>
            <form method="post" action="{AdminShell.Link(shop, "/discounts")}" class="panel stack"><h2>Add a code</h2>
            <div class="row">{AdminShell.Field("Code", "code", "", attributes: " autocomplete=\"off\"")}{AdminShell.Choice("Kind", "kind", Kinds, "percentage")}{AdminShell.Field("Value", "value", "10", attributes: " inputmode=\"decimal\"")}</div>
            <div class="actions"><button class="primary" data-testid="add-discount">Add code</button></div></form>
            """, problem is null ? 200 : 422);
    }

    private static string Words(EmulatedShop shop, CatalogDiscount terms) => terms.FreeShipping ? "Shipping"
        : terms.Percentage is { } percentage ? percentage.ToString("0.##", CultureInfo.InvariantCulture) + " %" : AdminShell.Price(shop, terms.Amount ?? 0);
}
