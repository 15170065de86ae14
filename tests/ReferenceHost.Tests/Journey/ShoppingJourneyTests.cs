using Microsoft.Playwright;

namespace ReferenceHost.Tests.Journey;

public sealed class ShoppingJourneyTests(DemoFixture demo) : IClassFixture<DemoFixture>
{
    [Fact]
    public async Task A_person_greets_browses_chooses_pays_and_is_thanked()
    {
        await using var window = await demo.OpenAsync();
        var chat = new PhonePage(window.Page);
        await window.Page.GotoAsync(demo.Phone.AbsoluteUri);

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
        await chat.ReadsAsync("Which one would you like?");
        await chat.OpenListAsync("Options");
        await Assertions.Expect(window.Page.GetByTestId("list-row")).ToHaveCountAsync(2);
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

        Assert.Empty(window.RequestsElsewhere);
        Assert.True(window.RequestCount > 10);
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task The_ticks_of_a_message_turn_read()
    {
        await using var window = await demo.OpenAsync();
        var chat = new PhonePage(window.Page);
        await window.Page.GotoAsync(demo.Phone.AbsoluteUri);

        await chat.SayAsync("hello");

        await Assertions.Expect(chat.Outgoing.Last.GetByTestId("tick")).ToHaveAttributeAsync("data-status", "read");
    }

    /// <summary>The catalogue is exported and read within seconds of the installation; until then Shopify's own search is asked, which forgives nothing.</summary>
    [Fact]
    public async Task Mistyped_words_find_what_is_meant()
    {
        await using var window = await demo.OpenAsync();
        var chat = new PhonePage(window.Page);
        await window.Page.GotoAsync(demo.Phone.AbsoluteUri);

        for (var i = 0; ; i++)
        {
            var before = await chat.Incoming.CountAsync();
            await chat.SayAsync("arc desc lampp");
            await Assertions.Expect(chat.Incoming).Not.ToHaveCountAsync(before);
            if ((await chat.Incoming.Last.InnerTextAsync()).Contains("This is what I found", StringComparison.Ordinal))
                break;
            Assert.True(i < 60, "The search index was not filled.");
            await Task.Delay(1000, TestContext.Current.CancellationToken);
        }

        await chat.OpenListAsync("Products");
        await chat.PickAsync("Arc Desk Lamp");
        await chat.ReadsAsync("quiet reading light");
    }

    [Fact]
    public async Task The_start_page_leads_to_phone_dashboard_and_health()
    {
        await using var window = await demo.OpenAsync();
        await window.Page.GotoAsync(demo.Home.AbsoluteUri);
        await window.ShootAsync("start-page");

        foreach (var (link, shown) in new[] { ("Open the phone", "Lumen & Oak"), ("Store dashboard", "Connect WhatsApp"), ("Health", "healthy") })
        {
            await window.Page.GotoAsync(demo.Home.AbsoluteUri);
            await window.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = link }).ClickAsync();
            await Assertions.Expect(window.Page.Locator("body")).ToContainTextAsync(shown);
        }

        Assert.Empty(window.RequestsElsewhere);
    }

    [Fact]
    public async Task The_set_up_page_shows_the_settings_and_no_secret()
    {
        await using var window = await demo.OpenAsync();

        await window.Page.GotoAsync(demo.Dashboard.AbsoluteUri);

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Connect WhatsApp" })).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.GetByLabel("Phone number id")).Not.ToHaveValueAsync("");
        await Assertions.Expect(window.Page.GetByLabel("Answer customers on WhatsApp")).ToBeCheckedAsync();
        foreach (var secret in new[] { "Access token", "App secret", "Verify token" })
            await Assertions.Expect(window.Page.GetByLabel(secret)).ToHaveValueAsync("");
        await window.ShootAsync("set-up");
        Assert.Empty(window.RequestsElsewhere);
        Assert.Empty(window.Errors);
    }
}
