using Microsoft.Playwright;
using ReferenceHost.Tests.Journey;

namespace ReferenceHost.Tests.Owner;

/// <summary>The whole way of a store owner: from the installation to the first order, with a customer at the other end.</summary>
internal static class OwnerJourney
{
    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = 60_000 };
    private static readonly LocatorAssertionsToHaveTextOptions Exactly = new() { Timeout = 60_000 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="world">Where it happens.</param>
    /// <param name="midway">Happens while the owner watches a conversation.</param>
    public static async Task RunAsync(OwnerWorld world, Func<Task> midway)
    {
        await using var window = await world.OpenAsync();
        var owner = new OwnerPages(world, window);
        await owner.InstallAsync();
        await owner.MustBeAccessibleAsync("01-set-up");
        await EnterWrongCredentialsAsync(world, owner);
        await EnterRightCredentialsAsync(world, owner);

        await using var customer = await world.OpenAsync();
        await customer.Page.GotoAsync(new Uri(world.WhatsApp.BaseUrl, "phone").AbsoluteUri);
        var chat = new PhonePage(customer.Page);
        await SendTestMessageAsync(owner, chat);
        await WatchAndAnswerAsync(world, owner, chat, midway);
        await BuyAsync(customer, chat);
        await SeeTheOrderAsync(owner);

        Assert.Empty(window.RequestsElsewhere);
        Assert.True(window.RequestCount > 20);
    }

    private static async Task EnterWrongCredentialsAsync(OwnerWorld world, OwnerPages owner)
    {
        var right = world.Account;
        await owner.ConfigureAsync("+49 30 5550100", right.WabaId, right.AccessToken, right.AppSecret);
        await Assertions.Expect(owner.FaultOf("Phone number id")).ToContainTextAsync("digits only");
        await owner.MustBeAccessibleAsync("02-set-up-refused");

        await owner.ConfigureAsync(right.PhoneNumberId, right.WabaId, "EAAGwrong", right.AppSecret);
        await Assertions.Expect(owner.FaultOf("Access token")).ToContainTextAsync("refused the access token");

        await owner.ConfigureAsync("999888777", right.WabaId, right.AccessToken, right.AppSecret);
        await Assertions.Expect(owner.FaultOf("Phone number id")).ToContainTextAsync("cannot read this phone number id");

        await owner.ConfigureAsync(world.Neighbour.PhoneNumberId, world.Neighbour.WabaId, world.Neighbour.AccessToken, world.Neighbour.AppSecret);
        await Assertions.Expect(owner.FaultOf("Phone number id")).ToContainTextAsync("Another store already uses this phone number id");

        await owner.ConfigureAsync(right.PhoneNumberId, "123456", right.AccessToken, right.AppSecret);
        await Assertions.Expect(owner.FaultOf("WhatsApp Business Account id").First).ToBeVisibleAsync();

        await owner.ConfigureAsync(right.PhoneNumberId, right.WabaId, right.AccessToken, "00000000wrongsecret");
        await Assertions.Expect(owner.FaultOf("App secret").First).ToBeVisibleAsync();
        await owner.MustBeAccessibleAsync("03-set-up-explained");
        Assert.DoesNotContain(right.AccessToken, await owner.Page.ContentAsync(), StringComparison.Ordinal);
    }

    private static async Task EnterRightCredentialsAsync(OwnerWorld world, OwnerPages owner)
    {
        var right = world.Account;
        await owner.ConfigureAsync(right.PhoneNumberId, right.WabaId, right.AccessToken, right.AppSecret);
        await Assertions.Expect(owner.Page.GetByText("The bot is on")).ToBeVisibleAsync();
        Assert.True((await world.Number.SetWebhookAsync(new Uri(world.Url, "whatsapp/webhook"), right.VerifyToken, Token)).Succeeded);
        await owner.OpenAsync("shopify/admin/connection");
        await Assertions.Expect(owner.Page.GetByTestId("ready")).ToContainTextAsync("Nothing is in the way");
        await owner.OpenAsync("shopify/admin");
    }

    private static async Task SendTestMessageAsync(OwnerPages owner, PhonePage chat)
    {
        await owner.Page.GetByLabel("Your own phone number").FillAsync("+49 1555 0001111");
        await owner.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Send" }).ClickAsync();
        await Assertions.Expect(owner.Page.GetByTestId("test-result")).ToContainTextAsync("Sent.");
        await Assertions.Expect(chat.Incoming.Last).ToContainTextAsync("Welcome and congratulations", Patiently);
    }

    private static async Task WatchAndAnswerAsync(OwnerWorld world, OwnerPages owner, PhonePage chat, Func<Task> midway)
    {
        await owner.OpenAsync("shopify/admin/conversations");
        await Assertions.Expect(owner.Page.Locator("body[data-connected]")).ToBeVisibleAsync();
        await chat.SayAsync("Hello! (ref: qr)");
        await Assertions.Expect(chat.Incoming.Last).ToContainTextAsync("Welcome to Lumen & Oak!", Patiently);

        // Nothing is loaded again by hand from here on.
        await Assertions.Expect(owner.Page.Locator("#talks")).ToContainTextAsync("Mira", Patiently);
        await owner.Page.GetByText("Mira").First.ClickAsync();
        var talk = owner.Page.Locator("#talk");
        await Assertions.Expect(talk).ToContainTextAsync("Hello! (ref: qr)");
        await Assertions.Expect(owner.Page.Locator("body[data-connected]")).ToBeVisibleAsync();
        await chat.SayAsync("zzqq blue feather");
        await Assertions.Expect(talk).ToContainTextAsync("zzqq blue feather", Patiently);

        await owner.Page.GetByTestId("take-over").ClickAsync();
        await Assertions.Expect(owner.Page.GetByTestId("hand-back")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 60_000 });
        await Assertions.Expect(owner.Page.Locator("#talk-head")).ToContainTextAsync("With you", Patiently);
        await midway();
        await chat.SayAsync("hi, a person please");
        await Assertions.Expect(owner.Page.Locator("#talk")).ToContainTextAsync("hi, a person please", Patiently);
        await owner.Page.GetByTestId("answer").FillAsync("Ben from the shop here: yes, the oak one is in stock.");
        await owner.Page.GetByTestId("send-answer").ClickAsync();
        await Assertions.Expect(chat.Incoming.Last).ToContainTextAsync("Ben from the shop here", Patiently);
        await Assertions.Expect(owner.Page.Locator("#talk .bubble.person")).ToContainTextAsync("Ben from the shop here", Patiently);
        await owner.MustBeAccessibleAsync("04-conversation");

        await owner.Page.GetByTestId("hand-back").ClickAsync();
        await Assertions.Expect(owner.Page.GetByTestId("take-over")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 60_000 });
        await chat.SayAsync("hi");
        await Assertions.Expect(chat.Incoming.Last).ToContainTextAsync("Welcome to Lumen & Oak!", Patiently);
    }

    private static async Task BuyAsync(BrowserWindow customer, PhonePage chat)
    {
        await chat.TapAsync("Browse");
        await Assertions.Expect(chat.Incoming.Last).ToContainTextAsync("Pick a collection", Patiently);
        await chat.OpenListAsync("Collections");
        await chat.PickAsync("Lighting");
        await Assertions.Expect(chat.Incoming.Last).ToContainTextAsync("Tap a product", Patiently);
        await chat.OpenListAsync("Products");
        await chat.PickAsync("Arc Desk Lamp");
        await Assertions.Expect(chat.Incoming.Last).ToContainTextAsync("quiet reading light", Patiently);
        await chat.TapAsync("Choose options");
        await Assertions.Expect(chat.Incoming.Last).ToContainTextAsync("Please choose: Finish", Patiently);
        await chat.OpenListAsync("Options");
        await chat.PickAsync("Oak");
        await Assertions.Expect(chat.Incoming.Last).ToContainTextAsync("119", Patiently);
        await chat.TapAsync("Add to cart");
        await Assertions.Expect(chat.Incoming.Last).ToContainTextAsync("Added Arc Desk Lamp", Patiently);
        await chat.TapAsync("Checkout");
        await Assertions.Expect(chat.Incoming.Last).ToContainTextAsync("Your checkout is ready", Patiently);
        var checkout = await customer.Page.RunAndWaitForPopupAsync(() => customer.Page.GetByTestId("cta-url").Last.ClickAsync());
        await checkout.GetByTestId("pay").ClickAsync();
        var order = await checkout.GetByTestId("order-number").InnerTextAsync();
        await checkout.CloseAsync();
        await Assertions.Expect(chat.Incoming.Last).ToContainTextAsync($"Your order {order} is paid", Patiently);
    }

    private static async Task SeeTheOrderAsync(OwnerPages owner)
    {
        await owner.OpenAsync("shopify/admin/figures");
        await Assertions.Expect(owner.Page.GetByTestId("orders")).ToHaveTextAsync("1", Exactly);
        await Assertions.Expect(owner.Page.GetByTestId("revenue")).ToContainTextAsync("119");
        foreach (var (step, people) in new[] { (0, "1"), (1, "1"), (2, "1"), (3, "1"), (4, "1") })
            await Assertions.Expect(owner.Page.GetByTestId("funnel-step").Nth(step).Locator(".count")).ToHaveTextAsync(people);
        await Assertions.Expect(owner.Page.GetByTestId("source")).ToContainTextAsync("Printed code");
    }
}
