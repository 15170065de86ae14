using Shopify.Emulator.Graph;
using Shopify.Emulator.Pricing;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.Checkout;

/// <summary>The list of what is bought, with pictures and sums in the buyer's currency; on the checkout and thank-you pages.</summary>
internal static class OrderSummary
{
    public sealed record Row(string Title, string? Variant, string? Image, int Quantity, decimal Price, decimal? CompareAtPrice);

    public sealed record Sums(string CurrencyCode, decimal Goods, decimal Discount, decimal Shipping, decimal Tax, IReadOnlyList<string> Codes);

    public static Sums SumsOf(EmulatedShop shop, PriceList prices) => new(
        prices.Context.CurrencyCode, prices.Goods.Presentment, prices.Discounts.Presentment, prices.Shipping.Presentment,
        PriceList.TaxIn(shop, prices.Context, prices.Total).Presentment, [.. prices.Codes.Where(static c => c.IsApplicable).Select(static c => c.Code)]);

    public static string Render(EmulatedShop shop, IReadOnlyList<Row> rows, Sums sums, string codeForm = "")
    {
        var money = new MoneyFormats(sums.CurrencyCode);
        var count = rows.Sum(static r => r.Quantity);
        var discount = sums.Discount == 0 && sums.Codes.Count == 0 ? "" : $"""
            <dt>Discount <span class="code" data-testid="applied-code">{Html.Encode(string.Join(" + ", sums.Codes))}</span></dt><dd>{(sums.Discount == 0 ? "" : "−" + money.Format(sums.Discount))}</dd>
            """;
        return $$"""
            <div class="summary">
            <h2 class="hidden">Order summary</h2>
            <ul>{{string.Concat(rows.Select(row => Line(shop, money, row)))}}</ul>
            {{codeForm}}
            <dl>
              <dt>Subtotal · {{count}} {{(count == 1 ? "item" : "items")}}</dt><dd>{{money.Format(sums.Goods)}}</dd>
              {{discount}}
              <dt>Shipping</dt><dd>{{(sums.Shipping == 0 ? "Free" : money.Format(sums.Shipping))}}</dd>
              <dt class="total">Total</dt><dd class="total"><small>{{sums.CurrencyCode}}</small> <span data-testid="checkout-total">{{money.Format(sums.Goods - sums.Discount + sums.Shipping)}}</span></dd>
            </dl>
            <p class="tax">{{(sums.Tax == 0 ? "Taxes included." : $"Including {money.Format(sums.Tax)} in taxes.")}}</p>
            </div>
            """;
    }

    private static string Line(EmulatedShop shop, MoneyFormats money, Row row)
    {
        var picture = row.Image is { } file ? $"<img src=\"{Html.Encode(shop.PictureUrl(file))}\" alt=\"\">" : "";
        var variant = row.Variant is { } title ? $"<small>{Html.Encode(title)}</small>" : "";
        var before = row.CompareAtPrice > row.Price ? $"<s><span class=\"hidden\">before </span>{money.Format(row.CompareAtPrice.Value * row.Quantity)}</s>" : "";
        return $"<li><span class=\"thumb\">{picture}<b><span class=\"hidden\">Quantity </span>{row.Quantity}</b></span><span>{Html.Encode(row.Title)}{variant}</span><span class=\"price\">{before}{money.Format(row.Price * row.Quantity)}</span></li>";
    }
}
