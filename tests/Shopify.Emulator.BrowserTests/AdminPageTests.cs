using Microsoft.Playwright;
using Shopify.Emulator.Journal;

namespace Shopify.Emulator.BrowserTests;

/// <summary>The merchant's pages: seeing the shop, changing prices and stock, adding products, orders, parcels, codes; the app hears of it.</summary>
public sealed class AdminPageTests
{
    [Fact]
    public async Task Changing_a_price_and_stock_reaches_the_app_by_webhook()
    {
        await using var app = await AppReceiver.StartAsync();
        await using var b = await ShopBrowser.OpenAsync(app.Url);
        await b.GoAsync("/admin");
        await b.LookAsync("admin-overview");
        await b.Page.GetByRole(AriaRole.Link, new() { Name = "Products", Exact = true }).ClickAsync();
        await b.Page.GetByLabel("Search products").FillAsync("mug");
        await b.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await b.LookAsync("admin-products");
        await b.Page.GetByRole(AriaRole.Link, new() { Name = "Morning Mug" }).ClickAsync();
        await b.Page.GetByLabel("Price of Chalk / 250 ml", new() { Exact = true }).FillAsync("17.25");
        await b.Page.GetByLabel("Stock of Chalk / 250 ml").FillAsync("0");
        await b.Test("save").ClickAsync();
        await Assertions.Expect(b.Test("notice")).ToContainTextAsync("Saved");
        await b.LookAsync("admin-product");
        var told = await app.WaitAsync("products/update");
        Assert.Equal("17.25", (string?)told["variants"]![0]!["price"]);
        Assert.Equal(0, (int)(await app.WaitAsync("inventory_levels/update"))["available"]!);
        await b.Page.GetByLabel("Price of Chalk / 250 ml", new() { Exact = true }).FillAsync("cheap");
        await b.Test("save").ClickAsync();
        await Assertions.Expect(b.Test("problem")).ToBeVisibleAsync();
        Assert.Equal(17.25m, b.Shop.Products.Single(static p => p.Handle == "morning-mug").Variants[0].Price);
        await b.Emulator.Journal.WaitForAsync<WebhookEntry>(static w => w.Topic == "inventory_levels/update", TestContext.Current.CancellationToken);
        await b.GoAsync("/admin/app");
        await Assertions.Expect(b.Test("deliveries")).ToContainTextAsync("products/update");
        await b.LookAsync("admin-app");
    }

    [Fact]
    public async Task An_order_is_created_sent_and_followed()
    {
        await using var app = await AppReceiver.StartAsync();
        await using var b = await ShopBrowser.OpenAsync(app.Url);
        await b.GoAsync("/admin/orders/new?query=vase");
        await b.Page.GetByLabel("Pieces of Pebble Vase Small / Chalk").FillAsync("2");
        await b.LookAsync("admin-order-new");
        await b.Test("create-order").ClickAsync();
        await Assertions.Expect(b.Page.GetByRole(AriaRole.Heading, new() { Name = "Order #1001" })).ToBeVisibleAsync();
        await app.WaitAsync("orders/create");
        await b.Page.GetByLabel("Tracking number").FillAsync("JJD0001");
        await b.Test("fulfill").ClickAsync();
        var parcel = await app.WaitAsync("fulfillments/create");
        Assert.Equal("JJD0001", (string?)parcel["tracking_number"]);
        await b.Test("report").ClickAsync();
        await Assertions.Expect(b.Test("parcel")).ToContainTextAsync("In transit");
        await b.LookAsync("admin-order");
        Assert.Equal("FULFILLED", b.Shop.Orders[0].FulfillmentStatus);
        foreach (var page in new[] { "orders", "customers", "checkouts", "discounts" })
        {
            await b.GoAsync($"/admin/{page}");
            await b.LookAsync($"admin-{page}");
        }
    }

    [Fact]
    public async Task A_product_is_added_and_deleted_and_a_code_is_added()
    {
        await using var b = await ShopBrowser.OpenAsync(width: 420);
        await b.GoAsync("/admin/products/new");
        await b.Page.GetByLabel("Title").FillAsync("Brass Bookmark");
        await b.Page.GetByLabel("Price in EUR").FillAsync("9,50");
        await b.LookAsync("admin-product-new-narrow");
        await b.Test("save").ClickAsync();
        await Assertions.Expect(b.Test("notice")).ToContainTextAsync("Added");
        Assert.Equal(9.50m, b.Shop.Products.Single(static p => p.Handle == "brass-bookmark").Variants[0].Price);
        await b.Test("delete").ClickAsync();
        await Assertions.Expect(b.Test("notice")).ToContainTextAsync("Deleted");
        Assert.DoesNotContain(b.Shop.Products, static p => p.Handle == "brass-bookmark");
        await b.GoAsync("/admin/discounts");
        await b.Page.GetByLabel("Code", new() { Exact = true }).FillAsync("CHAT20");
        await b.Page.GetByLabel("Value").FillAsync("20");
        await b.Test("add-discount").ClickAsync();
        await Assertions.Expect(b.Page.GetByText("CHAT20").First).ToBeVisibleAsync();
        await b.GoAsync(b.Emulator.BaseUrl.ToString());
        await b.LookAsync("index");
    }
}
