using System.Text.Json;
using Microsoft.Playwright;
using WhatsApp.Emulator.BrowserTests.Support;

namespace WhatsApp.Emulator.BrowserTests;

public sealed class CardTests(Chromium chromium)
{
    [Fact]
    public async Task A_carousel_shows_its_cards_and_a_quick_reply_answers_with_its_id()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.GreetAsync();
        await using var window = await Window.OpenAsync(chromium, shop);
        var sent = await shop.SendAsync(Samples.Carousel(shop.Pictures));

        await Assertions.Expect(window.Page.GetByTestId("card")).ToHaveCountAsync(3);
        await Assertions.Expect(window.Page.GetByTestId("card").First.Locator("strong")).ToHaveTextAsync("seeds");
        await Assertions.Expect(window.Page.GetByTestId("card").Nth(2).Locator("img")).ToHaveJSPropertyAsync("naturalWidth", 480);
        await window.ShootAsync("carousel");
        await window.TapAsync("Pick nut");

        var heard = await shop.HearAsync(message => message.GetProperty("type").GetString() == "interactive");
        Assert.Equal("pick:nut", heard.GetProperty("interactive").GetProperty("button_reply").GetProperty("id").GetString());
        Assert.Equal(sent, heard.GetProperty("context").GetProperty("id").GetString());
        await Assertions.Expect(window.Outgoing.Last).ToContainTextAsync("Pick nut");
        window.MustBeClean();
    }

    [Fact]
    public async Task A_template_is_filled_in_and_its_quick_reply_comes_back_as_a_button()
    {
        await using var shop = await Shop.OpenAsync();
        await using var window = await Window.OpenAsync(chromium, shop);
        await shop.SendAsync(Samples.Template(shop.Pictures));

        await Assertions.Expect(window.Page.GetByTestId("template-name")).ToContainTextAsync("order_shipped");
        await window.ReadsAsync("Hallo Mira, Bestellung A-9 ist unterwegs. Danke!");
        await Assertions.Expect(window.Page.GetByTestId("cta-url")).ToHaveAttributeAsync("href", "https://shop.example/t/A-9");
        await Assertions.Expect(window.Incoming.Last.Locator("img")).ToHaveJSPropertyAsync("naturalWidth", 480);
        await window.ShootAsync("template");
        await window.TapAsync("Hilfe");

        var heard = await shop.HearAsync(message => message.GetProperty("type").GetString() == "button");
        Assert.Equal("help:A-9", heard.GetProperty("button").GetProperty("payload").GetString());
        window.MustBeClean();
    }

    [Fact]
    public async Task A_template_nobody_submitted_shows_what_is_known_of_it()
    {
        await using var shop = await Shop.OpenAsync();
        await using var window = await Window.OpenAsync(chromium, shop);
        await shop.SendAsync(Samples.UnknownTemplate);

        await window.ReadsAsync("Mira");
        await window.TapAsync("stop");

        var heard = await shop.HearAsync(message => message.GetProperty("type").GetString() == "button");
        Assert.Equal("stop", heard.GetProperty("button").GetProperty("payload").GetString());
    }

    [Fact]
    public async Task A_person_who_hides_the_number_shares_it_when_asked()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.GreetAsync();
        await using var window = await Window.OpenAsync(chromium, shop);
        await shop.SendAsync("""  "type":"interactive","interactive":{"type":"request_contact_info","body":{"text":"May we have your number?"},"action":{"name":"request_contact_info"}}  """);

        await window.Page.GetByTestId("share-contact").ClickAsync();

        var heard = await shop.HearAsync(message => message.GetProperty("type").GetString() == "contacts");
        Assert.Equal("contact_request", heard.GetProperty("contacts")[0].GetProperty("origin").GetString());
        await window.ShootAsync("contact-info");
    }

    [Fact]
    public async Task A_flow_opens_as_a_form_and_its_answers_come_back_with_the_token()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.GreetAsync();
        await using var window = await Window.OpenAsync(chromium, shop);
        await shop.SendAsync(Samples.Flow);

        await window.Page.GetByTestId("flow-open").ClickAsync();
        await window.Page.GetByLabel("guests").FillAsync("4");
        await window.Page.GetByTestId("form-add").ClickAsync();
        var form = window.Page.GetByRole(AriaRole.Dialog);
        await form.GetByLabel("Field").FillAsync("name");
        await form.GetByLabel("Answer").FillAsync("Mira");
        await window.ShootAsync("flow-form");
        await window.Page.GetByTestId("form-send").ClickAsync();

        var heard = await shop.HearAsync(message => message.GetProperty("type").GetString() == "interactive");
        var reply = heard.GetProperty("interactive").GetProperty("nfm_reply");
        var answers = JsonDocument.Parse(reply.GetProperty("response_json").GetString()!).RootElement;
        Assert.Equal("flow", reply.GetProperty("name").GetString());
        Assert.Equal(("4", "mitte", "Mira", "tok-7"), (Text("guests"), Text("branch"), Text("name"), Text("flow_token")));
        await Assertions.Expect(window.Outgoing.Last.GetByTestId("form-answer")).ToContainTextAsync("mitte");

        string? Text(string name) => answers.GetProperty(name).GetString();
    }

    [Fact]
    public async Task Products_are_ordered_with_quantities()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.GreetAsync();
        await using var window = await Window.OpenAsync(chromium, shop);
        await shop.SendAsync(Samples.Products);

        await window.Page.GetByTestId("product-open").ClickAsync();
        await window.Page.GetByTestId("quantity").Nth(1).FillAsync("3");
        await window.ShootAsync("products-sheet");
        await window.Page.GetByTestId("order-send").ClickAsync();

        var heard = await shop.HearAsync(message => message.GetProperty("type").GetString() == "order");
        var items = heard.GetProperty("order").GetProperty("product_items");
        Assert.Equal("555000", heard.GetProperty("order").GetProperty("catalog_id").GetString());
        Assert.Equal(("rye-1", 1, "rye-2", 3), (items[0].GetProperty("product_retailer_id").GetString(), items[0].GetProperty("quantity").GetInt32(), items[1].GetProperty("product_retailer_id").GetString(), items[1].GetProperty("quantity").GetInt32()));
        await Assertions.Expect(window.Outgoing.Last.GetByTestId("order")).ToContainTextAsync("4 items");
    }

    [Fact]
    public async Task A_link_button_opens_the_web_page_and_a_foreign_scheme_is_no_link()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.GreetAsync();
        await using var window = await Window.OpenAsync(chromium, shop);

        await shop.SendAsync($$$$"""
            "type":"interactive","interactive":{"type":"cta_url","body":{"text":"Your basket"},"action":{"name":"cta_url","parameters":{"display_text":"Check out","url":"{{{{shop.Pictures}}}}x"}}}
            """);
        var link = window.Page.GetByTestId("cta-url");
        await Assertions.Expect(link).ToHaveAttributeAsync("rel", "noopener noreferrer");
        var opened = await window.Page.RunAndWaitForPopupAsync(() => link.ClickAsync());
        Assert.StartsWith(shop.Pictures.AbsoluteUri, opened.Url, StringComparison.Ordinal);
    }
}
