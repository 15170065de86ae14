using Microsoft.Playwright;

namespace Shopify.Emulator.BrowserTests;

/// <summary>Buying with a browser: cart link, address, code, declined and paying cards, leaving and coming back, invoices.</summary>
public sealed class CheckoutPageTests
{
    [Fact]
    public async Task A_buyer_enters_a_code_is_declined_pays_and_sees_the_order()
    {
        await using var b = await ShopBrowser.OpenAsync();
        await b.GoAsync("/products/morning-mug");
        await b.LookAsync("store-product");
        await b.GoAsync($"/cart/{b.Shop.Products.Single(static p => p.Handle == "morning-mug").Variants[0].Id}:2");
        await b.Page.GetByLabel("Discount code").FillAsync("welcome10");
        await b.Test("apply-code").ClickAsync();
        await Assertions.Expect(b.Test("applied-code")).ToHaveTextAsync("welcome10");
        await b.LookAsync("checkout");
        await b.Page.GetByLabel("Last name").FillAsync("");
        await b.Test("pay").ClickAsync();
        await Assertions.Expect(b.Test("checkout-problem")).ToHaveTextAsync("Enter a last name.");
        await b.Page.GetByLabel("Last name").FillAsync("Brandt");
        await b.Page.GetByText("Test card that is declined").ClickAsync();
        await b.Test("pay").ClickAsync();
        await Assertions.Expect(b.Test("checkout-problem")).ToContainTextAsync("declined");
        await b.LookAsync("checkout-declined");
        Assert.Empty(b.Shop.Orders);
        await b.Page.GetByText("Test card that pays").ClickAsync();
        var total = await b.Test("checkout-total").InnerTextAsync();
        await b.Test("pay").ClickAsync();
        await Assertions.Expect(b.Test("order-number")).ToHaveTextAsync("#1001");
        await b.LookAsync("thank-you");
        var order = Assert.Single(b.Shop.Orders);
        Assert.Equal(37.00m * 0.9m + 4.90m, order.Total);
        Assert.Contains(order.Total.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ','), total);
    }

    [Fact]
    public async Task A_buyer_who_leaves_finds_the_checkout_again()
    {
        await using var b = await ShopBrowser.OpenAsync(width: 420);
        await b.GoAsync($"/cart/{b.Shop.Products.Single(static p => p.Handle == "pebble-vase").Variants[0].Id}:1");
        await b.LookAsync("checkout-narrow");
        await b.Test("leave").ClickAsync();
        await Assertions.Expect(b.Test("checkout-left")).ToBeVisibleAsync();
        await b.LookAsync("checkout-left");
        await b.Test("resume").ClickAsync();
        await b.Test("pay").ClickAsync();
        await Assertions.Expect(b.Test("order-number")).ToHaveTextAsync("#1001");
    }

    [Fact]
    public async Task A_link_that_is_over_says_so()
    {
        await using var b = await ShopBrowser.OpenAsync();
        await b.GoAsync("/cart/c/nothing?key=0");
        await Assertions.Expect(b.Test("cart-gone")).ToBeVisibleAsync();
        await b.LookAsync("cart-gone");
        await b.GoAsync("/");
        await b.LookAsync("store");
    }
}
