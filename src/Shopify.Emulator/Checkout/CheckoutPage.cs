using System.Globalization;
using Shopify.Emulator.Graph;
using Shopify.Emulator.Pricing;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.Checkout;

/// <summary>The checkout page of a cart or an invoice: contact, delivery, a test card that pays or declines, and a way to leave.</summary>
internal static class CheckoutPage
{
    public static string Render(CheckoutTarget target, CheckoutForm form, (string Field, string Text)? problem)
    {
        var shop = target.Shop;
        var sale = target.Sale();
        var money = new MoneyFormats(sale.Context.CurrencyCode);
        var rows = sale.Lines.Select((line, index) => new OrderSummary.Row(line.Title, line.VariantTitle, line.Image, line.Quantity, sale.UnitPrice(index).Presentment,
            line.CompareAtPrice is { } before ? sale.Context.Convert(before) : null)).ToList();
        var refused = sale.Prices.Codes.Where(static c => !c.IsApplicable).Select(static c => c.Code).ToList();
        var fields = new Fields(problem?.Field);
        return Html.Page($"Checkout - {shop.Catalog.Name}", "checkout.css", $$"""
            <div class="checkout paying">
            <main>
              <a class="brand" href="{{Html.Encode(shop.Url.ToString())}}">{{Html.Encode(shop.Catalog.Name)}}</a>
              <h1 class="hidden">Checkout</h1>
              {{(problem is null ? "" : $"<p class=\"problem\" id=\"problem\" role=\"alert\" data-testid=\"checkout-problem\">{Html.Encode(problem.Value.Text)}</p>")}}
              <form method="post" action="{{Html.Encode(target.Url)}}" id="pay-form" novalidate>
                <h2>Contact</h2>
                {{fields.Input("email", "Email", form.Email, "email", "email")}}
                {{fields.Input("phone", "Phone (optional)", form.Phone, "tel", "tel")}}
                <h2>Delivery</h2>
                {{fields.Countries(shop, form.Country)}}
                <div class="pair">{{fields.Input("first_name", "First name", form.FirstName, "text", "given-name")}}{{fields.Input("last_name", "Last name", form.LastName, "text", "family-name")}}</div>
                {{fields.Input("address", "Address", form.Address, "text", "street-address")}}
                <div class="pair">{{fields.Input("zip", "Postal code", form.Zip, "text", "postal-code")}}{{fields.Input("city", "City", form.City, "text", "address-level2")}}</div>
                <h2>Shipping method</h2>
                <div class="choice"><span class="dot" aria-hidden="true"></span><span>Standard<small>2 to 4 working days</small></span><strong>{{(sale.Prices.Shipping.Presentment == 0 ? "Free" : money.Format(sale.Prices.Shipping.Presentment))}}</strong></div>
                <h2 id="payment">Payment</h2>
                <div class="card" role="radiogroup" aria-labelledby="payment">
                  {{Card("approve", "Test card that pays", "•••• 4242", form.Card)}}
                  {{Card("decline", "Test card that is declined", "•••• 0002", form.Card)}}
                </div>
                <p class="muted">No money moves: this shop is emulated.</p>
                <button class="pay" name="decision" value="pay" data-testid="pay">Pay {{money.Format(sale.Prices.Total.Presentment)}}</button>
                <button class="leave" name="decision" value="leave" data-testid="leave">Save and leave</button>
              </form>
              <footer>{{string.Join(" · ", shop.Catalog.Policies.Select(static p => Html.Encode(p.Title)))}}</footer>
            </main>
            <aside aria-label="Order summary">{{OrderSummary.Render(shop, rows, OrderSummary.SumsOf(shop, sale.Prices), target.TakesCodes ? CodeForm(refused) : "")}}</aside>
            </div>
            """);
    }

    private static string CodeForm(List<string> refused) => $"""
        <div class="codes"><label class="field"><span>Discount code</span><input name="code" form="pay-form" autocomplete="off"></label>
        <button form="pay-form" name="decision" value="code" data-testid="apply-code">Apply</button></div>
        {(refused.Count == 0 ? "" : $"<p class=\"refused\" role=\"status\" data-testid=\"refused-code\">{Html.Encode(string.Join(", ", refused))} does not apply to this order.</p>")}
        """;

    private static string Card(string value, string label, string number, string chosen) => $"""
        <label class="choice"><input type="radio" name="card" value="{value}"{(value == chosen ? " checked" : "")}><span>{label}</span><span class="cardno">{number}</span></label>
        """;

    private sealed class Fields(string? wrong)
    {
        public string Input(string name, string label, string value, string type, string autocomplete) => $"""
            <label class="field"><span>{Html.Encode(label)}</span><input name="{name}" type="{type}" autocomplete="{autocomplete}" value="{Html.Encode(value)}"{Wrong(name)}></label>
            """;

        public string Countries(EmulatedShop shop, string chosen)
        {
            var options = PriceContext.Countries(shop.Catalog).Select(code =>
                $"<option value=\"{code}\"{(code == chosen ? " selected" : "")}>{Html.Encode(new RegionInfo(code).EnglishName)}</option>");
            return $"""<label class="field"><span>Country/Region</span><select name="country" autocomplete="country"{Wrong("country")}>{string.Concat(options)}</select></label>""";
        }

        private string Wrong(string name) => name == wrong ? " aria-invalid=\"true\" aria-describedby=\"problem\"" : "";
    }
}
