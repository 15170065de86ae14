using System.Text.Json;
using Microsoft.Playwright;
using WhatsApp.Emulator.BrowserTests.Support;

namespace WhatsApp.Emulator.BrowserTests;

public sealed class PaneTests(Chromium chromium)
{
    [Fact]
    public async Task The_pane_shows_the_JSON_of_what_goes_in_and_out_with_answers_and_latencies()
    {
        await using var shop = await Shop.OpenAsync();
        await using var window = await Window.OpenAsync(chromium, shop);
        await window.Page.GetByTestId("dev").ClickAsync();

        await window.SayAsync("Grüße");
        await shop.TextAsync("Hello back");

        var call = Entries(window, "send text");
        await Assertions.Expect(call.GetByTestId("answer")).ToHaveTextAsync("200");
        await Assertions.Expect(call.GetByTestId("latency")).ToContainTextAsync("ms");
        await call.ClickAsync();
        await Assertions.Expect(Open(window)).ToContainTextAsync("\"body\": \"Hello back\"");
        await Assertions.Expect(Open(window)).ToContainTextAsync("\"messaging_product\"");

        var webhook = Entries(window, "message text");
        await webhook.ClickAsync();
        await Assertions.Expect(Open(window)).ToHaveCountAsync(2);
        await Assertions.Expect(Open(window).Last).ToContainTextAsync("\"body\": \"Grüße\"");
        await Assertions.Expect(Open(window).Last).ToContainTextAsync("X-Hub-Signature-256: sha256=");
        await Assertions.Expect(Open(window).Last).ToContainTextAsync("taken");
        await window.ShootAsync("pane");
        window.MustBeClean();
    }

    [Fact]
    public async Task A_failed_attempt_and_its_retry_are_both_listed()
    {
        await using var shop = await Shop.OpenAsync();
        var answers = new Queue<int>([503, 200]);
        shop.Answer = () => answers.TryDequeue(out var status) ? status : 200;
        await using var window = await Window.OpenAsync(chromium, shop);
        await window.Page.GetByTestId("dev").ClickAsync();

        await window.SayAsync("Anybody?");

        await Assertions.Expect(Entries(window, "message text")).ToHaveCountAsync(2);
        await Assertions.Expect(Entries(window, "attempt 2").GetByTestId("answer")).ToHaveTextAsync("200");
        await window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Failed" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByTestId("entry")).ToHaveCountAsync(1);
        await Assertions.Expect(window.Page.GetByTestId("answer")).ToHaveTextAsync("503");
    }

    [Fact]
    public async Task A_webhook_is_sent_again_once_twice_later_and_tampered_with()
    {
        await using var shop = await Shop.OpenAsync();
        await using var window = await Window.OpenAsync(chromium, shop);
        await window.SayAsync("Original");
        await shop.HearAsync(_ => true);
        await window.Page.GetByTestId("dev").ClickAsync();
        await Entries(window, "message text").ClickAsync();
        var first = shop.Posts.First();

        await window.Page.GetByTestId("resend").ClickAsync();
        await Assertions.Expect(Entries(window, "message text")).ToHaveCountAsync(2);
        await window.Page.GetByTestId("duplicate").ClickAsync();
        await Assertions.Expect(Entries(window, "message text")).ToHaveCountAsync(4);
        Assert.All(shop.Posts, post => Assert.Equal(first, post));

        await window.Page.GetByTestId("delay").ClickAsync();
        await window.Page.GetByLabel("Seconds from now").FillAsync("0.1");
        await window.Page.GetByTestId("delay-send").ClickAsync();
        await Assertions.Expect(Entries(window, "message text")).ToHaveCountAsync(5);

        await TamperAsync("Sign the changed body");
        await Assertions.Expect(Entries(window, "message text")).ToHaveCountAsync(6);
        var signed = shop.Posts.Last();
        Assert.Contains("Tampered", signed.Body, StringComparison.Ordinal);
        Assert.NotEqual(first.Signature, signed.Signature);

        await TamperAsync("Keep the old one, which no longer fits");
        await Assertions.Expect(Entries(window, "message text")).ToHaveCountAsync(7);
        Assert.Equal(first.Signature, shop.Posts.Last().Signature);
        await TamperAsync("Leave it out");
        await Assertions.Expect(Entries(window, "message text")).ToHaveCountAsync(8);
        Assert.Equal("", shop.Posts.Last().Signature);
        window.MustBeClean();

        async Task TamperAsync(string signature)
        {
            await window.Page.GetByTestId("tamper").ClickAsync();
            var body = window.Page.GetByTestId("tamper-body");
            Assert.Equal(first.Body, await body.InputValueAsync());
            await body.FillAsync(first.Body.Replace("Original", "Tampered", StringComparison.Ordinal));
            await window.Page.GetByLabel(signature).CheckAsync();
            await window.Page.GetByTestId("tamper-send").ClickAsync();
        }
    }

    [Fact]
    public async Task A_message_leads_to_its_traffic_and_statuses_can_be_made_unruly()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.GreetAsync();
        await using var window = await Window.OpenAsync(chromium, shop);
        await shop.TextAsync("Where am I?");
        await window.ReadsAsync("Where am I?");
        await shop.TextAsync("Another");
        await window.ReadsAsync("Another");
        await shop.Emulator.WaitForIdleAsync(Shop.Cancel);

        await Window.OpenMenuAsync(window.Incoming.First);
        await window.Page.GetByTestId("menu-json").ClickAsync();
        await Assertions.Expect(Entries(window, "send text")).ToHaveCountAsync(1);
        await Assertions.Expect(Entries(window, "status sent")).ToHaveCountAsync(1);

        await window.Page.GetByText("Unruly statuses").ClickAsync();
        await window.Page.GetByLabel("Each one twice").CheckAsync();
        await Assertions.Expect(window.Page.GetByLabel("Each one twice")).ToBeCheckedAsync();
        Assert.True(await EventuallyAsync(() => shop.Emulator.Statuses.Duplicate, window.Page));
    }

    [Fact]
    public async Task A_replay_of_a_foreign_web_page_is_refused()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.GreetAsync();
        using var http = new HttpClient { BaseAddress = shop.Emulator.BaseUrl };
        var entry = JsonDocument.Parse(await http.GetStringAsync("_emulator/traffic", Shop.Cancel)).RootElement[0].GetProperty("id").GetInt64();

        using var replay = await http.PostAsync($"_emulator/traffic/{entry}/replays", new StringContent("{}"), Shop.Cancel);
        using var upload = await http.PostAsync($"_emulator/phones/p1/chats/{Shop.Bakery}/files", new StringContent("x"), Shop.Cancel);

        Assert.Equal((400, 403), ((int)replay.StatusCode, (int)upload.StatusCode));
    }

    private static ILocator Entries(Window window, string title) => window.Page.GetByTestId("entry").Filter(new LocatorFilterOptions { HasText = title });

    private static ILocator Open(Window window) => window.Page.Locator(".details:visible");

    private static async Task<bool> EventuallyAsync(Func<bool> holds, IPage page)
    {
        for (var i = 0; i < 100 && !holds(); i++)
            await page.EvaluateAsync("() => new Promise(requestAnimationFrame)");
        return holds();
    }
}
