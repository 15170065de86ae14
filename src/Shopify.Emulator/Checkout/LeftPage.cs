using Shopify.Emulator.Web;

namespace Shopify.Emulator.Checkout;

/// <summary>What a buyer sees who leaves the checkout before paying.</summary>
internal static class LeftPage
{
    public static string Render(EmulatedShop shop, StartedCheckout checkout) => Html.Page($"Saved for later - {shop.Catalog.Name}", "checkout.css", $"""
        <main class="store narrow"><a class="brand" href="{Html.Encode(shop.Url.ToString())}">{Html.Encode(shop.Catalog.Name)}</a>
        <h1 data-testid="checkout-left">We kept your cart</h1>
        <p>Nothing was paid. {checkout.Sale.Quantity} {(checkout.Sale.Quantity == 1 ? "item waits" : "items wait")} for you.</p>
        <p><a class="button" href="{Html.Encode(shop.Checkouts.RecoverUrl(checkout))}" data-testid="resume">Return to checkout</a></p></main>
        """);
}
