using Microsoft.Playwright;

namespace ReferenceHost.Tests.Journey;

/// <summary>What a customer does from the greeting to the order, in a browser.</summary>
internal static class ShoppingJourney
{
    public static async Task WalkAsync(BrowserWindow window, Uri phone)
    {
        var chat = new PhonePage(window.Page);
        await window.Page.GotoAsync(phone.AbsoluteUri);

        await chat.SayAsync("hi");
        await chat.ReadsAsync("Welcome to Lumen & Oak!");
        await window.ShootAsync("1-greeting");

        await chat.TapAsync("Browse");
        await chat.ReadsAsync("Pick a collection");
        await chat.OpenListAsync("Collections");
        await window.ShootAsync("2-collections");
        await chat.PickAsync("Lighting");

        await chat.ReadsAsync("Tap a product");
        await chat.OpenListAsync("Products");
        await window.ShootAsync("3-products");
        await chat.PickAsync("Arc Desk Lamp");

        await chat.ReadsAsync("quiet reading light");
        await Assertions.Expect(chat.Incoming.Last.Locator("img")).ToHaveJSPropertyAsync("complete", true);
        await window.ShootAsync("4-product");

        await chat.TapAsync("Choose options");
        await chat.ReadsAsync("Please choose: Finish");
        await chat.OpenListAsync("Options");
        await Assertions.Expect(window.Page.GetByTestId("list-row")).ToHaveCountAsync(3);
        await chat.PickAsync("Oak");
        await chat.ReadsAsync("119");
        await window.ShootAsync("5-variant");

        await chat.TapAsync("Add to cart");
        await chat.ReadsAsync("Added Arc Desk Lamp");
        await chat.TapAsync("Cart");
        await chat.ReadsAsync("Your cart");
        await window.ShootAsync("6-cart");

        await chat.TapAsync("Checkout");
        await chat.ReadsAsync("Your checkout is ready");
        var checkout = await window.Page.RunAndWaitForPopupAsync(() => window.Page.GetByTestId("cta-url").Last.ClickAsync());
        await Assertions.Expect(checkout.GetByTestId("checkout-total").First).ToContainTextAsync("119");
        await window.ShootAsync("7-checkout", checkout);
        await checkout.GetByTestId("pay").ClickAsync();
        var order = await checkout.GetByTestId("order-number").InnerTextAsync();
        await window.ShootAsync("8-paid", checkout);
        await checkout.CloseAsync();

        await chat.ReadsAsync($"Your order {order} is paid");
        await window.ShootAsync("9-thank-you");
        await chat.SayAsync("cart");
        await chat.ReadsAsync("Your cart is empty");
    }
}
