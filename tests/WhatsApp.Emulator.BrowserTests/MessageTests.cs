using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WhatsApp.Emulator.BrowserTests.Support;

namespace WhatsApp.Emulator.BrowserTests;

public sealed partial class MessageTests(Chromium chromium)
{
    [Fact]
    public async Task Text_goes_out_and_comes_in_without_a_reload_with_ticks_and_typing()
    {
        await using var shop = await Shop.OpenAsync();
        await using var window = await Window.OpenAsync(chromium, shop);

        await window.Composer.FillAsync("Do you have *rye*?");
        await window.Page.GetByTestId("send").ClickAsync();
        await Assertions.Expect(window.Outgoing.Last.Locator("strong")).ToHaveTextAsync("rye");
        var heard = await shop.HearAsync(message => message.GetProperty("type").GetString() == "text");
        Assert.Equal("Do you have *rye*?", heard.GetProperty("text").GetProperty("body").GetString());
        await Assertions.Expect(window.Outgoing.Last.GetByTestId("tick")).ToHaveAttributeAsync("data-status", "delivered");

        await shop.SendAsync($$"""  "status":"read","message_id":"{{heard.GetProperty("id").GetString()}}","typing_indicator":{"type":"text"}  """);
        await Assertions.Expect(window.Outgoing.Last.GetByTestId("tick")).ToHaveAttributeAsync("data-status", "read");
        await Assertions.Expect(window.Page.GetByTestId("typing")).ToBeVisibleAsync();

        await shop.TextAsync("Yes, _freshly_ baked.");
        await window.ReadsAsync("Yes, freshly baked.");
        await Assertions.Expect(window.Incoming.Last.Locator("em")).ToHaveTextAsync("freshly");
        await Assertions.Expect(window.Page.GetByTestId("typing")).ToHaveCountAsync(0);
        window.MustBeClean();
    }

    [Fact]
    public async Task Text_is_shown_as_it_is_and_never_becomes_markup()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.GreetAsync();
        await using var window = await Window.OpenAsync(chromium, shop);

        await shop.TextAsync("""<img src=x onerror="document.title='owned'"> *<b>bold</b>* javascript:alert(1) https://shop.example/?a=<script>1</script>""");

        await window.ReadsAsync("""<img src=x onerror="document.title='owned'">""");
        await Assertions.Expect(window.Incoming.Last.Locator("img, script, b")).ToHaveCountAsync(0);
        await Assertions.Expect(window.Incoming.Last.Locator("strong")).ToHaveTextAsync("<b>bold</b>");
        await Assertions.Expect(window.Incoming.Last.Locator("a")).ToHaveAttributeAsync("href", "https://shop.example/?a=");
        Assert.DoesNotContain("owned", await window.Page.TitleAsync(), StringComparison.Ordinal);
        window.MustBeClean();
    }

    [Fact]
    public async Task Lines_of_text_are_formatted_as_on_a_phone()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.GreetAsync();
        await using var window = await Window.OpenAsync(chromium, shop);

        await shop.TextAsync("*Menu*\n- rye\n- oat\n1. bake\n2. cool\n> as ever\n~old~ `code` 2*3*4 snake_case_name\n```let x = *1*;```");

        var text = window.Incoming.Last;
        await Assertions.Expect(text.Locator("strong")).ToHaveTextAsync("Menu");
        await Assertions.Expect(text.Locator("ul li")).ToHaveTextAsync(["rye", "oat"]);
        await Assertions.Expect(text.Locator("ol li")).ToHaveTextAsync(["bake", "cool"]);
        await Assertions.Expect(text.Locator("blockquote")).ToHaveTextAsync("as ever");
        await Assertions.Expect(text.Locator("s")).ToHaveTextAsync("old");
        await Assertions.Expect(text.Locator("pre code")).ToHaveTextAsync("let x = *1*;");
        await Assertions.Expect(text).ToContainTextAsync("2*3*4 snake_case_name");
    }

    [Fact]
    public async Task Right_to_left_text_runs_from_the_right()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.GreetAsync();
        await using var window = await Window.OpenAsync(chromium, shop);

        await shop.TextAsync("مرحبا! كيف يمكننا مساعدتك اليوم؟ نحن هنا من أجلك في كل وقت\nIn English too\nשלום");

        await window.ReadsAsync("مرحبا");
        // Each line has a direction of its own: its first letter lies right or left of its last.
        var runs = await window.Incoming.Last.Locator(".text p").EvaluateAsync<bool[]>("""
            p => {
              const node = p.firstChild; let from = 0;
              return node.data.split("\n").map(line => {
                const box = (at) => { const range = document.createRange(); range.setStart(node, at); range.setEnd(node, at + 1); return range.getBoundingClientRect(); };
                const edge = p.closest(".text").getBoundingClientRect();
                const first = box(from); from += line.length + 1;
                return edge.right - first.right < first.left - edge.left;
              });
            }
            """);
        Assert.Equal([true, false, true], runs);
        await window.ShootAsync("right-to-left");
    }

    [Fact]
    public async Task A_tapped_button_answers_with_its_id()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.GreetAsync();
        await using var window = await Window.OpenAsync(chromium, shop);
        var menu = await shop.SendAsync(Samples.Buttons);

        await window.ReadsAsync("Shall we bake it today?");
        await window.TapAsync("Confirm");

        var heard = await shop.HearAsync(message => message.GetProperty("type").GetString() == "interactive");
        Assert.Equal("ok:9", heard.GetProperty("interactive").GetProperty("button_reply").GetProperty("id").GetString());
        Assert.Equal(menu, heard.GetProperty("context").GetProperty("id").GetString());
        await Assertions.Expect(window.Outgoing.Last).ToContainTextAsync("Confirm");
        await Assertions.Expect(window.Outgoing.Last.GetByTestId("quote")).ToContainTextAsync("Shall we bake it today?");
        window.MustBeClean();
    }

    [Fact]
    public async Task A_list_opens_as_a_sheet_and_sends_the_picked_row()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.GreetAsync();
        await using var window = await Window.OpenAsync(chromium, shop);
        await shop.SendAsync(Samples.List);

        await window.Page.GetByTestId("list-open").ClickAsync();
        await Assertions.Expect(window.Page.GetByTestId("list-row")).ToHaveCountAsync(3);
        await Assertions.Expect(window.Page.GetByTestId("list-send")).ToBeDisabledAsync();
        await window.ShootAsync("list-sheet");
        await window.Page.GetByTestId("list-row").Filter(new LocatorFilterOptions { HasText = "Morning" }).ClickAsync();
        await window.Page.GetByTestId("list-send").ClickAsync();

        var heard = await shop.HearAsync(message => message.GetProperty("type").GetString() == "interactive");
        Assert.Equal("slot:am", heard.GetProperty("interactive").GetProperty("list_reply").GetProperty("id").GetString());
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(window.Outgoing.Last).ToContainTextAsync("8-12 h");
    }

    [Fact]
    public async Task A_picture_is_shown_with_its_caption_and_a_broken_one_says_so()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.GreetAsync();
        await using var window = await Window.OpenAsync(chromium, shop);

        await shop.SendAsync(Samples.Image(shop.Pictures, "Fresh from the oven"));
        await window.ReadsAsync("Fresh from the oven");
        await Assertions.Expect(window.Incoming.Last.Locator("img")).ToHaveJSPropertyAsync("naturalWidth", 480);

        var id = await shop.UploadAsync(Png.Gradient(64, 48, 3), "image/png", "loaf.png");
        await shop.SendAsync($$"""  "type":"image","image":{"id":"{{id}}","caption":"By id"}  """);
        await window.ReadsAsync("By id");
        await Assertions.Expect(window.Incoming.Last.Locator("img")).ToHaveJSPropertyAsync("naturalWidth", 64);

        await shop.SendAsync(Samples.Image(new Uri(shop.Emulator.BaseUrl, "no-such/"), "Lost"));
        await window.ReadsAsync("Picture could not be loaded");
    }

    [Fact]
    public async Task A_person_sends_a_picture_with_a_caption_and_a_document_with_its_name()
    {
        await using var shop = await Shop.OpenAsync();
        await using var window = await Window.OpenAsync(chromium, shop);

        await window.Page.GetByTestId("pick-photo").SetInputFilesAsync(new FilePayload { Name = "loaf.png", MimeType = "image/png", Buffer = Png.Gradient(320, 240, 5) });
        await window.Page.GetByTestId("caption").FillAsync("Is this rye?");
        await window.ShootAsync("picture-sheet");
        await window.Page.GetByTestId("file-send").ClickAsync();
        var picture = await shop.HearAsync(message => message.GetProperty("type").GetString() == "image");
        Assert.Equal("Is this rye?", picture.GetProperty("image").GetProperty("caption").GetString());
        Assert.Equal("image/png", picture.GetProperty("image").GetProperty("mime_type").GetString());
        await Assertions.Expect(window.Outgoing.Last.Locator("img")).ToHaveJSPropertyAsync("naturalWidth", 320);

        await window.Page.GetByTestId("pick-file").SetInputFilesAsync(new FilePayload { Name = "recipe.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4"u8.ToArray() });
        await window.Page.GetByTestId("file-send").ClickAsync();
        var document = await shop.HearAsync(message => message.GetProperty("type").GetString() == "document");
        Assert.Equal("recipe.pdf", document.GetProperty("document").GetProperty("filename").GetString());
        await Assertions.Expect(window.Outgoing.Last.GetByTestId("file")).ToContainTextAsync("recipe.pdf");
        window.MustBeClean();
    }

    [Fact]
    public async Task A_recorded_voice_note_arrives_as_Opus_in_Ogg_and_can_be_played()
    {
        await using var shop = await Shop.OpenAsync();
        await using var window = await Window.OpenAsync(chromium, shop);

        await window.Page.GetByTestId("mic").ClickAsync();
        await Assertions.Expect(window.Page.Locator(".recording .length")).ToHaveTextAsync(SomeSeconds());
        await window.Page.GetByTestId("voice-send").ClickAsync();

        var heard = await shop.HearAsync(message => message.GetProperty("type").GetString() == "audio");
        Assert.StartsWith("audio/ogg", heard.GetProperty("audio").GetProperty("mime_type").GetString(), StringComparison.Ordinal);
        Assert.True(heard.GetProperty("audio").GetProperty("voice").GetBoolean());
        // As long as the sound really is, and that is no less than was seen while recording.
        await window.Page.WaitForFunctionAsync("""
            () => {
              const voice = document.querySelector(".voice"), seconds = Math.round(voice.querySelector("audio").duration);
              return seconds >= 1 && voice.querySelector(".length").textContent === `0:${String(seconds).padStart(2, "0")}`;
            }
            """);
        await window.Outgoing.Last.GetByTestId("voice-play").ClickAsync();
        await window.Page.WaitForFunctionAsync("() => document.querySelector('.voice audio').currentTime > 0");
        window.MustBeClean();
    }

    [Fact]
    public async Task A_place_and_a_contact_go_both_ways()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.GreetAsync();
        await using var window = await Window.OpenAsync(chromium, shop);

        await shop.SendAsync(Samples.Location);
        await Assertions.Expect(window.Incoming.Last.GetByTestId("location")).ToContainTextAsync("Torstraße 1, Berlin");
        await shop.SendAsync(Samples.Contact);
        await window.Incoming.Last.GetByTestId("contact").ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("+49 30 555000");
        await window.Page.Keyboard.PressAsync("Escape");

        await window.Page.GetByTestId("attach").ClickAsync();
        await window.Page.GetByTestId("attach-location").ClickAsync();
        await window.Page.GetByLabel("Name").FillAsync("Home");
        await window.Page.GetByTestId("location-send").ClickAsync();
        var place = await shop.HearAsync(message => message.GetProperty("type").GetString() == "location");
        Assert.Equal(52.52, place.GetProperty("location").GetProperty("latitude").GetDouble());
        Assert.Equal("Home", place.GetProperty("location").GetProperty("name").GetString());

        await window.Page.GetByTestId("attach").ClickAsync();
        await window.Page.GetByTestId("attach-contact").ClickAsync();
        await window.Page.GetByLabel("Name").FillAsync("Ada Lovelace");
        await window.Page.GetByLabel("Phone number").FillAsync("+44 20 7946 0000");
        await window.Page.GetByTestId("contact-send").ClickAsync();
        var contact = await shop.HearAsync(message => message.GetProperty("type").GetString() == "contacts");
        Assert.Equal("442079460000", contact.GetProperty("contacts")[0].GetProperty("phones")[0].GetProperty("wa_id").GetString());
        await Assertions.Expect(window.Outgoing.Last.GetByTestId("contact")).ToContainTextAsync("Ada Lovelace");
        window.MustBeClean();
    }

    [Fact]
    public async Task Reactions_go_both_ways_and_can_be_taken_back()
    {
        await using var shop = await Shop.OpenAsync();
        await using var window = await Window.OpenAsync(chromium, shop);
        await window.SayAsync("Hi");
        var said = await shop.HearAsync(message => message.GetProperty("type").GetString() == "text");
        var id = await shop.TextAsync("Good morning");
        await window.ReadsAsync("Good morning");

        await Window.OpenMenuAsync(window.Incoming.Last);
        await window.ShootAsync("message-menu");
        await window.Page.GetByTestId("react").Filter(new LocatorFilterOptions { HasText = "❤️" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByTestId("reaction")).ToHaveTextAsync("❤️");
        var heard = await shop.HearAsync(message => message.GetProperty("type").GetString() == "reaction");
        Assert.Equal(id, heard.GetProperty("reaction").GetProperty("message_id").GetString());

        await shop.SendAsync($$"""  "type":"reaction","reaction":{"message_id":"{{said.GetProperty("id").GetString()}}","emoji":"🎉"}  """);
        await Assertions.Expect(window.Page.GetByTestId("reaction")).ToHaveTextAsync(["🎉", "❤️"]);

        await Window.OpenMenuAsync(window.Incoming.Last);
        await window.Page.GetByTestId("react").Filter(new LocatorFilterOptions { HasText = "❤️" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByTestId("reaction")).ToHaveTextAsync(["🎉"]);
        await shop.HearAsync(message => message.GetProperty("type").GetString() == "reaction" && message.GetProperty("reaction").GetProperty("emoji").GetString() == "");
    }

    [Fact]
    public async Task An_answer_quotes_the_message_and_leads_back_to_it()
    {
        await using var shop = await Shop.OpenAsync();
        await shop.GreetAsync();
        await using var window = await Window.OpenAsync(chromium, shop);
        var id = await shop.TextAsync("Which *loaf* shall it be?");
        await window.ReadsAsync("Which loaf shall it be?");

        await Window.OpenMenuAsync(window.Incoming.Last);
        await window.Page.GetByTestId("menu-reply").ClickAsync();
        await Assertions.Expect(window.Page.GetByTestId("answering")).ToContainTextAsync("Which loaf shall it be?");
        await window.SayAsync("The dark one");

        var heard = await shop.HearAsync(message => message.GetProperty("type").GetString() == "text");
        Assert.Equal(id, heard.GetProperty("context").GetProperty("id").GetString());
        await Assertions.Expect(window.Page.GetByTestId("answering")).ToHaveCountAsync(0);

        await shop.SendAsync($$"""  "context":{"message_id":"{{heard.GetProperty("id").GetString()}}"},"type":"text","text":{"body":"Good choice"}  """);
        await Assertions.Expect(window.Incoming.Last.GetByTestId("quote")).ToContainTextAsync("The dark one");
        await window.Outgoing.Last.GetByTestId("quote").ClickAsync();
        await Assertions.Expect(window.Focused).ToHaveAttributeAsync("data-id", id);
    }

    /// <summary>A busy machine records a little longer than it was asked to.</summary>
    [GeneratedRegex(@"^0:(0[1-9]|[1-5]\d)$")]
    private static partial Regex SomeSeconds();
}
