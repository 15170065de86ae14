using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ReferenceHost.Tests.Journey;

public sealed partial class ShoppingJourneyTests(DemoFixture demo) : IClassFixture<DemoFixture>
{
    [Fact]
    public async Task A_person_greets_browses_chooses_pays_and_is_thanked()
    {
        await using var window = await demo.OpenAsync();
        await ShoppingJourney.WalkAsync(window, demo.Phone);

        Assert.Empty(window.RequestsElsewhere);
        Assert.True(window.RequestCount > 10);
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task A_person_searches_uses_a_code_meets_changes_follows_the_parcel_and_orders_again()
    {
        await using var window = await demo.OpenAsync();
        var chat = new PhonePage(window.Page);
        await window.Page.GotoAsync(demo.Phone.AbsoluteUri);
        await chat.SayAsync("empty my cart");
        await chat.ReadsAsync("Your cart is empty now");

        await chat.SayAsync("Do you have a morning mug?");
        await chat.ReadsAsync("This is what I found for “morning mug”");
        await chat.OpenListAsync("Products");
        await chat.PickAsync("Morning Mug");
        await chat.ReadsAsync("from €15.90");
        await chat.TapAsync("Choose options");
        await chat.ReadsAsync("Please choose: Colour");
        await window.ShootAsync("a-options");
        await chat.OpenListAsync("Options");
        await chat.PickAsync("Chalk");
        await chat.ReadsAsync("Please choose: Size");
        await chat.SayAsync("250 ml");
        await chat.ReadsAsync("Morning Mug – Chalk / 250 ml");
        await chat.TapAsync("Quantity");
        await chat.ReadsAsync("How many would you like?");
        await chat.SayAsync("2");
        await chat.ReadsAsync("Your cart: 2 items, €37.00");

        await chat.SayAsync("cast iron teapot");
        await chat.ReadsAsync("This is what I found");
        await chat.OpenListAsync("Products");
        await chat.PickAsync("Cast Iron Teapot");
        await chat.ReadsAsync("Sold out");
        await window.ShootAsync("b-sold-out");
        await chat.TapAsync("Tell me when back");
        await chat.ReadsAsync("as soon as Cast Iron Teapot is back");

        await chat.SayAsync("coupon");
        await chat.ReadsAsync("write your discount code");
        await chat.SayAsync("NOSUCHCODE");
        await chat.ReadsAsync("cannot be used");
        await chat.SayAsync("discount WELCOME10");
        await chat.ReadsAsync("Discount code WELCOME10: −€3.70");
        await chat.ReadsAsync("Total: €33.30");
        await window.ShootAsync("c-discount");

        await chat.SayAsync("checkout");
        await chat.ReadsAsync("Your checkout is ready");
        await using var owner = await demo.OpenAsync();
        var shop = await ShopOfAsync(window);
        await owner.Page.GotoAsync(shop + "/admin/products?query=mug");
        await owner.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Morning Mug" }).ClickAsync();
        await owner.Page.GetByLabel("Price of Chalk / 250 ml", new PageGetByLabelOptions { Exact = true }).FillAsync("17.25");
        await owner.Page.GetByTestId("save").ClickAsync();
        await Assertions.Expect(owner.Page.GetByTestId("notice")).ToContainTextAsync("Saved");

        await chat.SayAsync("I want to pay");
        await chat.ReadsAsync("Morning Mug – Chalk / 250 ml now costs €17.25");
        await window.ShootAsync("d-price-changed");
        await chat.TapAsync("Checkout");
        await chat.ReadsAsync("Your checkout is ready");
        var checkout = await window.Page.RunAndWaitForPopupAsync(() => window.Page.GetByTestId("cta-url").Last.ClickAsync());
        await checkout.GetByTestId("pay").ClickAsync();
        var order = await checkout.GetByTestId("order-number").InnerTextAsync();
        await checkout.CloseAsync();
        await chat.ReadsAsync($"Your order {order} is paid");

        await owner.Page.GotoAsync(shop + "/admin/orders");
        await owner.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = order, Exact = true }).First.ClickAsync();
        await owner.Page.GetByLabel("Tracking number").FillAsync("JJD0001");
        await owner.Page.GetByTestId("fulfill").ClickAsync();
        await chat.ReadsAsync($"Your order {order} is on its way");
        await chat.ReadsAsync("JJD0001");
        await window.ShootAsync("e-shipped");

        await chat.SayAsync("where is my order?");
        await chat.ReadsAsync(order);
        await chat.ReadsAsync("on its way");
        await chat.SayAsync("same as last time");
        await chat.ReadsAsync("at today's prices");
        await chat.ReadsAsync("2 × Morning Mug");
        await window.ShootAsync("f-again");
        await chat.SayAsync("empty my cart");
        await chat.ReadsAsync("Your cart is empty now");

        Assert.Empty(window.RequestsElsewhere);
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task A_person_of_another_country_sees_and_pays_its_currency()
    {
        await using var window = await demo.OpenAsync();
        var chat = new PhonePage(window.Page);
        await window.Page.GotoAsync(demo.Phone.AbsoluteUri);
        await chat.SayAsync("empty my cart");
        await chat.ReadsAsync("Your cart is empty now");
        await chat.SayAsync("change currency");
        await chat.ReadsAsync("For which country shall I show prices?");
        await chat.SayAsync("Switzerland");
        await chat.ReadsAsync("Prices are now for Switzerland (CHF)");

        // 29.50 EUR x 0.95 x 1.08
        await chat.SayAsync("reed diffuser");
        await chat.ReadsAsync("This is what I found");
        await chat.OpenListAsync("Products");
        await chat.PickAsync("Reed Diffuser");
        await chat.ReadsAsync("30.27 (CHF");
        await chat.ReadsAsync("/ 100 ml");
        await window.ShootAsync("g-francs");
        await chat.TapAsync("Choose options");
        await chat.ReadsAsync("Please choose: Scent");
        await chat.OpenListAsync("Options");
        await chat.PickAsync("Fig & Leaf");
        await chat.ReadsAsync("30.27");
        await chat.TapAsync("Add to cart");
        await chat.ReadsAsync("Added Reed Diffuser");
        await chat.SayAsync("checkout");
        await chat.ReadsAsync("Your checkout is ready");
        await chat.ReadsAsync("30.27");
        var checkout = await window.Page.RunAndWaitForPopupAsync(() => window.Page.GetByTestId("cta-url").Last.ClickAsync());
        await Assertions.Expect(checkout.GetByTestId("checkout-total").First).ToContainTextAsync("CHF");
        await window.ShootAsync("h-francs-checkout", checkout);
        await checkout.CloseAsync();

        await chat.SayAsync("empty my cart");
        await chat.ReadsAsync("Your cart is empty now");
        await chat.SayAsync("change currency");
        await chat.ReadsAsync("For which country shall I show prices?");
        await chat.SayAsync("Germany");
        await chat.ReadsAsync("Prices are now for Germany (EUR)");
        Assert.Empty(window.Errors);
    }

    /// <summary>Where the shop of the newest link is.</summary>
    private static async Task<string> ShopOfAsync(BrowserWindow window)
    {
        var link = await window.Page.GetByTestId("cta-url").Last.GetAttributeAsync("href") ?? throw new InvalidOperationException("The link leads nowhere.");
        return Shop().Match(link) is { Success: true } match ? match.Groups[1].Value : throw new InvalidOperationException("The link does not lead to the shop.");
    }

    [GeneratedRegex("^(.+?)/(?:cart|checkouts?|buy)/")]
    private static partial Regex Shop();

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
