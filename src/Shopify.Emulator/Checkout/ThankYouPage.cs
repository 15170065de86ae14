using System.Globalization;
using Shopify.Emulator.Orders;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.Checkout;

/// <summary>What the buyer sees after paying; also the order's status page, with parcels once there are any.</summary>
internal static class ThankYouPage
{
    public static string Render(EmulatedShop shop, EmulatedOrder order)
    {
        var summary = OrderSummary.Render(shop,
            [.. order.Lines.Select(static l => new OrderSummary.Row(l.Title, l.VariantTitle, l.Image, l.Quantity, l.PriceBag.Presentment, null))],
            new(order.PresentmentCurrencyCode, order.GoodsBag.Presentment, order.DiscountsBag.Presentment, order.ShippingBag.Presentment, order.TaxBag.Presentment,
                [.. order.Discounts.Select(static d => d.Code)]));
        var contact = order.Contact;
        return Html.Page($"Thank you - {shop.Catalog.Name}", "checkout.css", $$"""
            <div class="checkout">
            <main>
              <a class="brand" href="{{Html.Encode(shop.Url.ToString())}}">{{Html.Encode(shop.Catalog.Name)}}</a>
              <div class="thanks"><span class="tick" aria-hidden="true"></span><div><p>Order <span data-testid="order-number">{{Html.Encode(order.Name)}}</span></p>
              <h1>Thank you, {{Html.Encode(contact.FirstName.Length > 0 ? contact.FirstName : contact.LastName)}}!</h1></div></div>
              <section class="box"><h2>{{(order.CancelledAt is null ? "Your order is confirmed" : "Your order was cancelled")}}</h2>{{Parcels(order)}}
              <p class="muted">Confirmation {{order.ConfirmationNumber}}</p></section>
              <section class="box columns" aria-label="Details">
                <div><h2>Contact</h2><p>{{Html.Encode(contact.Email)}}<br>{{Html.Encode(contact.Phone)}}</p></div>
                <div><h2>Shipping address</h2><p>{{Html.Encode(contact.Name)}}<br>{{Html.Encode(contact.Address)}}<br>{{Html.Encode(contact.Zip)}} {{Html.Encode(contact.City)}}<br>{{Html.Encode(contact.CountryCode.Length == 2 ? new RegionInfo(contact.CountryCode).EnglishName : "")}}</p></div>
                <div><h2>Shipping method</h2><p>Standard</p></div>
                <div><h2>Payment</h2><p>{{(order.FinancialStatus == "PENDING" ? "Not paid yet" : "Test card")}}</p></div>
              </section>
            </main>
            <aside aria-label="Order summary">{{summary}}</aside>
            </div>
            """);
    }

    private static string Parcels(EmulatedOrder order) => order.Fulfillments.Count == 0
        ? "<p>You will hear from us when it is on its way.</p>"
        : string.Concat(order.Fulfillments.Select(static f => $"""
            <p data-testid="parcel">Parcel {Html.Encode(f.Name)}: {Html.Encode(Words(f.Latest?.Status ?? "SHIPPED"))}
            {(f.TrackingNumber is null ? "" : $"· {Html.Encode(f.TrackingCompany)} {Html.Encode(f.TrackingNumber)}")}</p>
            """));

    private static string Words(string status) => status.Replace('_', ' ').ToLowerInvariant();
}
