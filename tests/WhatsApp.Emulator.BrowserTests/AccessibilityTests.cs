using Microsoft.Playwright;
using WhatsApp.Emulator.BrowserTests.Support;

namespace WhatsApp.Emulator.BrowserTests;

public sealed class AccessibilityTests(Chromium chromium)
{
    /// <summary>Each scheme once and each width once; <c>SHOPBOT_LONG=1</c> looks at every pair.</summary>
    public static TheoryData<ColorScheme, int> Looks => Environment.GetEnvironmentVariable("SHOPBOT_LONG") == "1"
        ? new() { { ColorScheme.Light, 1280 }, { ColorScheme.Dark, 1280 }, { ColorScheme.Light, 360 }, { ColorScheme.Dark, 360 } }
        : new() { { ColorScheme.Light, 1280 }, { ColorScheme.Dark, 360 } };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task No_state_of_the_page_breaks_a_rule_of_level_A_or_AA(ColorScheme scheme, int width)
    {
        await using var shop = await Shop.OpenAsync();
        var last = await FillAsync(shop);
        var name = $"{scheme}-{width}".ToLowerInvariant();
        await using var window = await Window.OpenAsync(chromium, shop, "?phone=p1", width, 860, scheme);
        await window.MustBeAccessibleAsync();
        await window.ShootAsync($"{name}-1-chats");

        await window.Page.GetByTestId("chat").Filter(new LocatorFilterOptions { HasText = "Bäckerei" }).ClickAsync();
        if (!await window.Page.GetByTestId("typing").IsVisibleAsync())
        {
            // Typing ends by itself, and a busy machine needed that long to come here. The newest traffic is to be a webhook again.
            await shop.SendAsync($$"""  "status":"read","message_id":"{{last}}","typing_indicator":{"type":"text"}  """);
            await Assertions.Expect(window.Page.GetByTestId("typing")).ToBeVisibleAsync();
            await shop.Mira.SaysAsync(shop.Number[0], "Are you there?", Shop.Cancel);
        }

        await window.MustBeAccessibleAsync();
        await window.ShootAsync($"{name}-2-newest");
        foreach (var (testId, part) in new[] { ("carousel", "carousel"), ("voice", "voice"), ("location", "location") })
        {
            await window.Page.GetByTestId(testId).Last.ScrollIntoViewIfNeededAsync();
            await window.MustBeAccessibleAsync();
            await window.ShootAsync($"{name}-3-{part}");
        }

        await Window.OpenMenuAsync(window.Incoming.First);
        await window.MustBeAccessibleAsync();
        await window.ShootAsync($"{name}-4-menu");
        await window.PressAsync("Escape");
        foreach (var (testId, part) in new[] { ("list-open", "list"), ("flow-open", "form"), ("product-open", "products") })
        {
            await window.Page.GetByTestId(testId).Last.ClickAsync();
            await window.MustBeAccessibleAsync();
            await window.ShootAsync($"{name}-5-{part}");
            await window.PressAsync("Escape");
        }

        await window.Page.GetByTestId("attach").ClickAsync();
        await window.MustBeAccessibleAsync();
        await window.PressAsync("Escape");
        await window.PressAsync("Alt+d");
        await window.Page.GetByTestId("entry").First.ClickAsync();
        await Assertions.Expect(window.Page.Locator(".json").First).ToBeVisibleAsync();
        await window.MustBeAccessibleAsync();
        await window.ShootAsync($"{name}-6-pane");
        await window.Page.GetByTestId("tamper").First.ClickAsync();
        await window.MustBeAccessibleAsync();
        await window.ShootAsync($"{name}-7-tamper");
        window.MustBeClean();
    }

    /// <summary>A chat with one of everything, and news in the other two.</summary>
    private static async Task<string> FillAsync(Shop shop)
    {
        await shop.GreetAsync(text: "Hi! Do you have *rye bread* today?");
        await shop.GreetAsync(number: Shop.Lamps, text: "Is the lamp in oak still there?");
        await shop.GreetAsync(number: Shop.Books, text: "مرحبا");
        await shop.TextAsync("Yes, and it costs 119 EUR.", Shop.Lamps);
        await shop.TextAsync("أهلا بك! كيف يمكننا مساعدتك؟", Shop.Books);
        var hello = await shop.TextAsync("Good morning, Mira ☀️\nToday we have:\n- *Rye* with seeds\n- Oat & honey\n\nSee https://bakery.example/today");
        await shop.SendAsync(Samples.Location);
        await shop.SendAsync(Samples.Contact);
        await shop.SendAsync(Samples.Image(shop.Pictures, "Fresh from the oven"));
        await shop.SendAsync(Samples.Template(shop.Pictures));
        var voice = await shop.UploadAsync([.. "OggS"u8, 0], "audio/ogg", "note.ogg");
        await shop.SendAsync($$"""  "type":"audio","audio":{"id":"{{voice}}","voice":true}  """);
        var paper = await shop.UploadAsync("%PDF-1.4"u8.ToArray(), "application/pdf", "menu.pdf");
        await shop.SendAsync($$"""  "type":"document","document":{"id":"{{paper}}","filename":"Menu of the week.pdf"}  """);
        await shop.SendAsync(Samples.Products);
        await shop.SendAsync(Samples.Flow);
        await shop.SendAsync(Samples.List);
        await shop.SendAsync(Samples.Carousel(shop.Pictures));
        await shop.SendAsync(Samples.Buttons);
        await shop.Mira.TapsAsync(shop.Number[0], "Confirm", Shop.Cancel);
        await shop.Mira.ReactsAsync(shop.Number[0], shop.Mira.Chat(shop.Number[0]).Single(message => message.Id == hello), "❤️", Shop.Cancel);
        var last = await shop.Mira.SaysAsync(shop.Number[0], "See you at five!", Shop.Cancel);
        await shop.SendAsync($$"""  "status":"read","message_id":"{{last.Id}}","typing_indicator":{"type":"text"}  """);
        await shop.Emulator.WaitForIdleAsync(Shop.Cancel);
        return last.Id;
    }
}
