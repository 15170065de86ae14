using System.Globalization;
using Shopify.Emulator.Orders;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.Checkout;

/// <summary>What the buyer sees after paying.</summary>
internal static class ThankYouPage
{
    public static string Render(EmulatedShop shop, EmulatedOrder order)
    {
        var summary = OrderSummary.Render(
            shop, [.. order.Lines.Select(static l => new OrderSummary.Row(l.Title, l.VariantTitle, l.Image, l.Quantity, l.Price, null))], order.Subtotal, order.Shipping);
        var contact = order.Contact;
        return Html.Page($"Thank you - {shop.Catalog.Name}", "checkout.css", $$"""
            <div class="checkout">
            <main>
              <a class="brand" href="{{Html.Encode(shop.Url.ToString())}}">{{Html.Encode(shop.Catalog.Name)}}</a>
              <div class="thanks"><span class="tick" aria-hidden="true"></span><div><p>Order <span data-testid="order-number">{{Html.Encode(order.Name)}}</span></p>
              <h1>Thank you, {{Html.Encode(contact.FirstName.Length > 0 ? contact.FirstName : contact.LastName)}}!</h1></div></div>
              <section class="box"><h2>Your order is confirmed</h2><p>You will hear from us when it is on its way.</p>
              <p class="muted">Confirmation {{order.ConfirmationNumber}}</p></section>
              <section class="box columns">
                <div><h3>Contact</h3><p>{{Html.Encode(contact.Email)}}<br>{{Html.Encode(contact.Phone)}}</p></div>
                <div><h3>Shipping address</h3><p>{{Html.Encode(contact.FirstName)}} {{Html.Encode(contact.LastName)}}<br>{{Html.Encode(contact.Address)}}<br>{{Html.Encode(contact.Zip)}} {{Html.Encode(contact.City)}}<br>{{Html.Encode(new RegionInfo(contact.CountryCode).EnglishName)}}</p></div>
                <div><h3>Shipping method</h3><p>Standard</p></div>
                <div><h3>Payment</h3><p>Test payment</p></div>
              </section>
            </main>
            <aside>{{summary}}</aside>
            </div>
            """);
    }
}
