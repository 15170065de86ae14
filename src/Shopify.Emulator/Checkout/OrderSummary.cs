using Shopify.Emulator.Graph;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.Checkout;

/// <summary>The list of what is bought, with pictures and sums; on the checkout and thank-you pages.</summary>
internal static class OrderSummary
{
    public sealed record Row(string Title, string? Variant, string? Image, int Quantity, decimal Price, decimal? CompareAtPrice);

    public static string Render(EmulatedShop shop, IReadOnlyList<Row> rows, decimal subtotal, decimal shipping)
    {
        var money = new MoneyFormats(shop.Catalog.CurrencyCode);
        return $$"""
            <div class="summary">
            <ul>{{string.Concat(rows.Select(row => Line(shop, money, row)))}}</ul>
            <dl>
              <dt>Subtotal · {{rows.Sum(static r => r.Quantity)}} {{(rows.Sum(static r => r.Quantity) == 1 ? "item" : "items")}}</dt><dd>{{money.Format(subtotal)}}</dd>
              <dt>Shipping</dt><dd>{{(shipping == 0 ? "Free" : money.Format(shipping))}}</dd>
              <dt class="total">Total</dt><dd class="total"><small>{{shop.Catalog.CurrencyCode}}</small> <span data-testid="checkout-total">{{money.Format(subtotal + shipping)}}</span></dd>
            </dl>
            <p class="tax">Taxes included.</p>
            </div>
            """;
    }

    private static string Line(EmulatedShop shop, MoneyFormats money, Row row)
    {
        var picture = row.Image is { } file ? $"<img src=\"{Html.Encode(shop.PictureUrl(file))}\" alt=\"\">" : "";
        var variant = row.Variant is { } title ? $"<small>{Html.Encode(title)}</small>" : "";
        var before = row.CompareAtPrice > row.Price ? $"<s>{money.Format(row.CompareAtPrice.Value * row.Quantity)}</s>" : "";
        return $"<li><span class=\"thumb\">{picture}<b>{row.Quantity}</b></span><span>{Html.Encode(row.Title)}{variant}</span><span class=\"price\">{before}{money.Format(row.Price * row.Quantity)}</span></li>";
    }
}
