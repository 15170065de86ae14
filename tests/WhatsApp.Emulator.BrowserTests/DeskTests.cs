using Microsoft.Playwright;
using WhatsApp.Emulator.BrowserTests.Support;

namespace WhatsApp.Emulator.BrowserTests;

public sealed class DeskTests(Chromium chromium)
{
    [Fact]
    public async Task A_person_without_a_number_writes_and_is_answered_by_user_id()
    {
        await using var shop = await Shop.OpenAsync();
        await using var window = await Window.OpenAsync(chromium, shop, "?phone=p2&chat=800200");
        await Assertions.Expect(window.Page.GetByTestId("identity")).ToHaveTextAsync("@noor.reads, no number");

        await window.SayAsync("Salam");
        var heard = await shop.HearAsync(message => message.GetProperty("type").GetString() == "text");
        Assert.False(heard.TryGetProperty("from", out _));
        Assert.Equal("DE.77120044556677", heard.GetProperty("from_user_id").GetString());

        await shop.TextAsync("Welcome, Noor", to: "\"recipient\":\"DE.77120044556677\"");
        await window.ReadsAsync("Welcome, Noor");
        window.MustBeClean();
    }

    [Fact]
    public async Task Several_phones_lie_side_by_side_and_each_keeps_its_chats()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.GreetAsync();
        await using var window = await Window.OpenAsync(chromium, shop, width: 1600);

        await window.Page.GetByTestId("person").Filter(new LocatorFilterOptions { HasText = "Noor" }).ClickAsync();
        await window.Page.GetByTestId("person").Filter(new LocatorFilterOptions { HasText = "Tom" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByTestId("phone")).ToHaveCountAsync(3);
        await window.Phone(shop.Tom).GetByTestId("chat").Filter(new LocatorFilterOptions { HasText = "Lumen" }).ClickAsync();
        await window.Phone(shop.Tom).GetByTestId("composer").FillAsync("For Tom only");
        await window.Phone(shop.Tom).GetByTestId("send").ClickAsync();
        await Assertions.Expect(window.Phone(shop.Tom).GetByTestId("bubble-out")).ToContainTextAsync("For Tom only");
        await shop.TextAsync("For Mira only");

        await Assertions.Expect(window.Phone(shop.Mira).GetByTestId("bubble-in")).ToContainTextAsync("For Mira only");
        await Assertions.Expect(window.Phone(shop.Tom).GetByTestId("bubble-in")).ToHaveCountAsync(0);
        await window.ShootAsync("three-phones");
        Assert.Contains("phone=p1.800200&phone=p2&phone=p3.800201", window.Page.Url, StringComparison.Ordinal);

        await window.Page.ReloadAsync();
        await Assertions.Expect(window.Phone(shop.Tom).GetByTestId("chat-name")).ToHaveTextAsync("Lumen & Oak");
        window.MustBeClean();
    }

    [Fact]
    public async Task Unread_messages_are_counted_until_the_chat_is_opened_and_only_then_read()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Mira.ReadsAutomatically = true;
        await shop.GreetAsync(number: Shop.Lamps);
        await using var window = await Window.OpenAsync(chromium, shop);
        var row = window.Page.GetByTestId("chat").Filter(new LocatorFilterOptions { HasText = "Lumen" });

        await shop.TextAsync("Your lamp is here", Shop.Lamps);
        await shop.TextAsync("Come and see", Shop.Lamps);
        await Assertions.Expect(row.GetByTestId("unread")).ToContainTextAsync("2");
        await Assertions.Expect(row).ToContainTextAsync("Come and see");
        await Assertions.Expect(window.Page.GetByTestId("chat").First).ToContainTextAsync("Lumen & Oak");
        await shop.Emulator.WaitForIdleAsync(Shop.Cancel);
        Assert.DoesNotContain(shop.Posts, post => post.Body.Contains("\"read\"", StringComparison.Ordinal));

        await row.ClickAsync();
        await Assertions.Expect(row.GetByTestId("unread")).ToHaveCountAsync(0);
        await shop.Emulator.Journal.WaitForWebhookAsync(attempt => attempt.BodyText.Contains("\"status\":\"read\"", StringComparison.Ordinal), TimeSpan.FromSeconds(10), Shop.Cancel);
    }

    [Fact]
    public async Task Search_finds_contacts_and_messages_and_leads_to_them()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.GreetAsync(number: Shop.Lamps, text: "Do you sell brass lamps?");
        for (var i = 0; i < 40; i++)
            await shop.TextAsync($"Line {i}", Shop.Lamps);
        await using var window = await Window.OpenAsync(chromium, shop);

        await window.Page.GetByTestId("search").FillAsync("lum");
        await Assertions.Expect(window.Page.GetByTestId("chat")).ToHaveCountAsync(1);
        await window.Page.GetByTestId("search").FillAsync("brass");
        await Assertions.Expect(window.Page.GetByTestId("hit")).ToHaveCountAsync(1);
        await window.ShootAsync("search");
        await window.Page.GetByTestId("hit").ClickAsync();
        await Assertions.Expect(window.Page.GetByTestId("chat-name")).ToHaveTextAsync("Lumen & Oak");
        await Assertions.Expect(window.Outgoing.First).ToBeInViewportAsync();

        await window.Page.GetByTestId("chat-menu").ClickAsync();
        await window.Page.GetByTestId("chat-search").ClickAsync();
        await window.Page.GetByTestId("find").FillAsync("line 1");
        await Assertions.Expect(window.Page.GetByTestId("find-count")).ToHaveTextAsync("11 of 11");
        await window.PressAsync("Enter");
        await Assertions.Expect(window.Page.GetByTestId("find-count")).ToHaveTextAsync("10 of 11");
    }

    [Fact]
    public async Task Dark_mode_follows_the_system_until_the_person_chooses_and_the_choice_stays()
    {
        await using var shop = await Shop.OpenAsync();
        await using var window = await Window.OpenAsync(chromium, shop, scheme: ColorScheme.Dark);
        Assert.True(await IsDarkAsync());
        await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        Assert.False(await IsDarkAsync());

        await window.Page.GetByTestId("theme").ClickAsync();
        await window.Page.GetByTestId("theme").ClickAsync();
        Assert.True(await IsDarkAsync());
        await window.Page.ReloadAsync();
        await Assertions.Expect(window.Composer).ToBeVisibleAsync();
        Assert.True(await IsDarkAsync());

        Task<bool> IsDarkAsync() => window.Page.EvaluateAsync<bool>("() => getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) < 200");
    }

    [Fact]
    public async Task On_a_narrow_screen_the_chats_and_the_chat_take_turns()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.GreetAsync();
        await using var window = await Window.OpenAsync(chromium, shop, "?phone=p1", width: 360, height: 720);
        await Assertions.Expect(window.Composer).ToHaveCountAsync(0);
        await window.ShootAsync("narrow-list");

        await window.Page.GetByTestId("chat").Filter(new LocatorFilterOptions { HasText = "Bäckerei" }).ClickAsync();
        await window.SayAsync("From a small screen");
        await shop.SendAsync(Samples.Carousel(shop.Pictures));
        await Assertions.Expect(window.Page.GetByTestId("card")).ToHaveCountAsync(3);
        await Assertions.Expect(window.Page.GetByTestId("search")).Not.ToBeVisibleAsync();
        Assert.Equal("", await window.Page.EvaluateAsync<string>("""
            () => [...document.querySelectorAll("html, .scroller, .scroller *:not(.strip *)")].filter(part => part.getBoundingClientRect().right > innerWidth + 1).map(part => part.className).join("|")
            """));
        await window.ShootAsync("narrow-chat");

        await window.Page.GetByTestId("back").ClickAsync();
        await Assertions.Expect(window.Page.GetByTestId("search")).ToBeVisibleAsync();
        await shop.TextAsync("While you were away");
        await Assertions.Expect(window.Page.GetByTestId("unread").First).ToContainTextAsync("1");
        window.MustBeClean();
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.GreetAsync(number: Shop.Lamps);
        await shop.SendAsync(Samples.Buttons, Shop.Lamps);
        await using var window = await Window.OpenAsync(chromium, shop, "?phone=p1&chat=800202");

        await window.PressAsync("/");
        await Assertions.Expect(window.Page.GetByTestId("search")).ToBeFocusedAsync();
        await window.Page.Keyboard.TypeAsync("lumen");
        await window.PressAsync("ArrowDown", "Enter");
        await Assertions.Expect(window.Page.GetByTestId("chat-name")).ToHaveTextAsync("Lumen & Oak");
        await Assertions.Expect(window.Composer).ToBeFocusedAsync();

        await window.Page.Keyboard.TypeAsync("Typed");
        await window.PressAsync("Enter");
        await Assertions.Expect(window.Outgoing.Last).ToContainTextAsync("Typed");

        // Into the messages, react to the newest one of the business, and answer it.
        await window.PressAsync("ArrowUp");
        await window.PressAsync("ArrowUp", "Enter");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Menu)).ToBeVisibleAsync();
        await window.PressAsync("Enter");
        await Assertions.Expect(window.Page.GetByTestId("reaction")).ToHaveTextAsync("👍");
        await window.PressAsync("Enter", "End", "ArrowUp", "ArrowUp", "Enter");
        await Assertions.Expect(window.Page.GetByTestId("answering")).ToBeVisibleAsync();
        await window.Page.Keyboard.TypeAsync("Quoted");
        await window.PressAsync("Enter");
        await Assertions.Expect(window.Outgoing.Last.GetByTestId("quote")).ToBeVisibleAsync();

        // A reply button, a list, and back to the chats.
        await shop.SendAsync(Samples.List, Shop.Lamps);
        await window.ReadsAsync("When shall we come?");
        await window.PressAsync("ArrowUp", "Tab", "Enter");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await window.PressAsync("Space", "ArrowDown", "Tab", "Enter");
        await Assertions.Expect(window.Outgoing.Last).ToContainTextAsync("Afternoon");
        await Assertions.Expect(window.Page.GetByTestId("list-open")).ToBeFocusedAsync();
        await window.PressAsync("Escape");
        await Assertions.Expect(window.Composer).ToBeFocusedAsync();
        await window.PressAsync("Escape");
        await Assertions.Expect(window.Page.GetByTestId("chat").First).ToBeFocusedAsync();
        await window.PressAsync("Alt+d");
        await Assertions.Expect(window.Page.GetByTestId("traffic-filter")).ToBeFocusedAsync();
        window.MustBeClean();
    }

    [Fact]
    public async Task After_a_gap_in_the_stream_nothing_is_missing()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.GreetAsync();
        await using var window = await Window.OpenAsync(chromium, shop);
        await Assertions.Expect(window.Page.Locator(".presence")).ToHaveTextAsync("online");

        await window.Page.Context.SetOfflineAsync(true);
        await window.Page.EvaluateAsync("() => 0");
        await shop.TextAsync("Sent meanwhile");
        await window.Page.Context.SetOfflineAsync(false);

        await window.ReadsAsync("Sent meanwhile");
    }
}
