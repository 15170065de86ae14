using System.Globalization;
using Shopify.Emulator.Carts;
using Shopify.Emulator.Catalog;
using Shopify.Emulator.Graph;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.Checkout;

/// <summary>The checkout page.</summary>
internal static class CheckoutPage
{
    public static string Render(EmulatedShop shop, Cart cart, CheckoutForm form, string? problem)
    {
        var money = new MoneyFormats(shop.Catalog.CurrencyCode);
        var subtotal = shop.Carts.Subtotal(cart);
        var shipping = shop.Carts.Shipping(subtotal);
        var summary = OrderSummary.Render(shop, [.. cart.Lines.Select(line => Line(shop, line))], subtotal, shipping);
        return Html.Page($"Checkout - {shop.Catalog.Name}", "checkout.css", $$"""
            <div class="checkout paying">
            <main>
              <a class="brand" href="{{Html.Encode(shop.Url.ToString())}}">{{Html.Encode(shop.Catalog.Name)}}</a>
              {{(problem is null ? "" : $"<p class=\"problem\" role=\"alert\" data-testid=\"checkout-problem\">{Html.Encode(problem)}</p>")}}
              <form method="post" action="{{Html.Encode(shop.Carts.CheckoutUrl(cart))}}">
                <h2>Contact</h2>
                {{Input("email", "Email", form.Email, "email", "email")}}
                {{Input("phone", "Phone (optional)", form.Phone, "tel", "tel")}}
                <h2>Delivery</h2>
                {{Countries(shop, form.Country)}}
                <div class="pair">{{Input("first_name", "First name", form.FirstName, "text", "given-name")}}{{Input("last_name", "Last name", form.LastName, "text", "family-name")}}</div>
                {{Input("address", "Address", form.Address, "text", "street-address")}}
                <div class="pair">{{Input("zip", "Postal code", form.Zip, "text", "postal-code")}}{{Input("city", "City", form.City, "text", "address-level2")}}</div>
                <h2>Shipping method</h2>
                <div class="choice"><span class="dot"></span><span>Standard<small>2 to 4 working days</small></span><strong>{{(shipping == 0 ? "Free" : money.Format(shipping))}}</strong></div>
                <h2>Payment</h2>
                <div class="card"><div class="choice"><span class="dot"></span><span>Test payment<small>No money moves: this shop is emulated</small></span></div>
                <div class="cardno"><span>•••• •••• •••• 4242</span><span>12 / 29</span></div></div>
                <button class="pay" data-testid="pay">Pay now</button>
              </form>
              <footer>{{Policies(shop)}}</footer>
            </main>
            <aside>{{summary}}</aside>
            </div>
            """);
    }

    private static OrderSummary.Row Line(EmulatedShop shop, CartLine line)
    {
        var (product, variant) = shop.FindVariant(line.VariantId)!.Value;
        return new(product.Title, product.HasOnlyDefaultVariant ? null : variant.Title, variant.Image ?? product.FeaturedImage()?.File,
            line.Quantity, variant.Price, variant.CompareAtPrice);
    }

    private static string Input(string name, string label, string value, string type, string autocomplete) => $"""
        <label class="field"><span>{Html.Encode(label)}</span><input name="{name}" type="{type}" autocomplete="{autocomplete}" value="{Html.Encode(value)}"></label>
        """;

    private static string Countries(EmulatedShop shop, string chosen)
    {
        var options = shop.Catalog.ShipsToCountries.Select(code =>
            $"<option value=\"{code}\"{(code == chosen ? " selected" : "")}>{Html.Encode(new RegionInfo(code).EnglishName)}</option>");
        return $"""<label class="field"><span>Country/Region</span><select name="country">{string.Concat(options)}</select></label>""";
    }

    private static string Policies(EmulatedShop shop) => string.Join(" · ", shop.Catalog.Policies.Select(static p => Html.Encode(p.Title)));
}
