namespace WhatsApp.Emulator.Tests;

public sealed class PhoneTests
{
    private const string Menu = """  "type":"interactive","interactive":{"type":"button","header":{"type":"image","image":{"link":"http://127.0.0.1:1/a.jpg"}},"body":{"text":"Hello"},"footer":{"text":"Bye"},"action":{"buttons":[{"type":"reply","reply":{"id":"b:1","title":"Browse"}}]}}  """;
    private const string Rows = """  "type":"interactive","interactive":{"type":"list","body":{"text":"Pick"},"action":{"button":"Open","sections":[{"title":"Bread","rows":[{"id":"r:1","title":"Rye","description":"Dark"},{"id":"r:2","title":"Oat"}]}]}}  """;

    [Fact]
    public async Task Chat_ShowsWhatTheBusinessSent()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();

        await platform.SendAsync(Menu);
        await platform.SendAsync(Rows);
        await platform.SendAsync("""  "type":"interactive","interactive":{"type":"cta_url","body":{"text":"Cart"},"action":{"name":"cta_url","parameters":{"display_text":"Pay","url":"https://shop.example/c"}}}  """);

        var chat = platform.Mira.Chat(platform.Shop);
        Assert.Equal(("Hello", "Bye", "http://127.0.0.1:1/a.jpg", "image"), (chat[1].Text, chat[1].Footer, chat[1].MediaUrl, chat[1].MediaKind));
        Assert.Equal(new ChatButton("b:1", "Browse"), Assert.Single(chat[1].Buttons));
        Assert.Equal(("Open", "Bread"), (chat[2].ListButton, chat[2].Sections[0].Title));
        Assert.Equal(new ChatRow("r:1", "Rye", "Dark"), chat[2].Sections[0].Rows[0]);
        Assert.Equal(new ChatLink("Pay", "https://shop.example/c"), chat[3].Link);
    }

    [Fact]
    public async Task Taps_Button_RepliesWithIdAndContext()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        var menu = await platform.SendAsync(Menu);
        await platform.IdleAsync();
        platform.Bot.Posts.Clear();

        var tap = await platform.Mira.TapsAsync(platform.Shop, "Browse", Platform.Cancel);

        var message = Assert.Single(platform.Bot.Messages);
        Assert.Equal("interactive", message.GetProperty("type").GetString());
        Assert.Equal("""{"type":"button_reply","button_reply":{"id":"b:1","title":"Browse"}}""", message.GetProperty("interactive").GetRawText());
        Assert.Equal(menu.MessageId, message.GetProperty("context").GetProperty("id").GetString());
        Assert.Equal("4930800200", message.GetProperty("context").GetProperty("from").GetString());
        Assert.Equal(("Browse", menu.MessageId, "b:1"), (tap.Text, tap.QuotedId, tap.ChoiceId));
    }

    [Fact]
    public async Task Taps_Row_RepliesWithDescription()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        await platform.SendAsync(Rows);
        await platform.IdleAsync();
        platform.Bot.Posts.Clear();

        await platform.Mira.TapsAsync(platform.Shop, "Rye", Platform.Cancel);
        await platform.Mira.TapsAsync(platform.Shop, "Oat", Platform.Cancel);

        Assert.Equal("""{"type":"list_reply","list_reply":{"id":"r:1","title":"Rye","description":"Dark"}}""", platform.Bot.Messages[0].GetProperty("interactive").GetRawText());
        Assert.Equal("""{"type":"list_reply","list_reply":{"id":"r:2","title":"Oat"}}""", platform.Bot.Messages[1].GetProperty("interactive").GetRawText());
        await Assert.ThrowsAsync<InvalidOperationException>(() => platform.Mira.TapsAsync(platform.Shop, "Wheat", Platform.Cancel));
    }

    [Fact]
    public async Task MarkRead_TurnsThisAndEarlierTicksBlueAndShowsTyping()
    {
        await using var platform = await Platform.StartAsync(fakeClock: true);
        await platform.Mira.SaysAsync(platform.Shop, "one", Platform.Cancel);
        var two = await platform.Mira.SaysAsync(platform.Shop, "two", Platform.Cancel);
        await platform.Mira.SaysAsync(platform.Shop, "three", Platform.Cancel);
        await platform.IdleAsync();

        var answer = await platform.PostAsync("v25.0/800200/messages", $$"""{"messaging_product":"whatsapp","status":"read","message_id":"{{two.Id}}","typing_indicator":{"type":"text"} }""");

        Assert.Equal("""{"success":true}""", answer.Text);
        Assert.Equal(["read", "read", "delivered"], platform.Mira.Chat(platform.Shop).Select(message => message.Status));
        Assert.True(platform.Mira.SeesTyping(platform.Shop));
        platform.Clock.Advance(TimeSpan.FromSeconds(25));
        Assert.False(platform.Mira.SeesTyping(platform.Shop));
    }

    [Fact]
    public async Task Typing_EndsWithTheNextMessage()
    {
        await using var platform = await Platform.StartAsync();
        var said = await platform.Mira.SaysAsync(platform.Shop, "one", Platform.Cancel);
        await platform.PostAsync("800200/messages", $$"""{"messaging_product":"whatsapp","status":"read","message_id":"{{said.Id}}","typing_indicator":{"type":"text"} }""");

        await platform.TextAsync();

        Assert.False(platform.Mira.SeesTyping(platform.Shop));
    }

    [Fact]
    public async Task MarkRead_UnknownOrOldMessage_IsRefused()
    {
        await using var platform = await Platform.StartAsync(fakeClock: true);
        var said = await platform.Mira.SaysAsync(platform.Shop, "one", Platform.Cancel);
        platform.Clock.Advance(TimeSpan.FromDays(31));

        var unknown = await platform.PostAsync("800200/messages", """{"messaging_product":"whatsapp","status":"read","message_id":"wamid.AAA="}""");
        var old = await platform.PostAsync("800200/messages", $$"""{"messaging_product":"whatsapp","status":"read","message_id":"{{said.Id}}"}""");

        Assert.Equal((131009, 131009), (unknown.Code, old.Code));
    }

    [Fact]
    public async Task WaitForMessage_SeesPastAndComingMessages()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();

        var waiting = platform.Mira.WaitForMessageAsync(platform.Shop, message => message.Text == "Hello", TimeSpan.FromSeconds(20), Platform.Cancel);
        await platform.TextAsync();

        Assert.Equal("Hello", (await waiting).Text);
        await Assert.ThrowsAsync<TimeoutException>(() =>
            platform.Mira.WaitForMessageAsync(platform.Shop, message => message.Text == "Other", TimeSpan.FromMilliseconds(30), Platform.Cancel));
    }

    [Fact]
    public async Task SendsRaw_PassesAnyTypeOn()
    {
        await using var platform = await Platform.StartAsync();

        await platform.Mira.SendsRawAsync(platform.Shop, "hologram", """{"depth":3}""", Platform.Cancel);

        Assert.Equal("hologram", platform.Bot.Messages[0].GetProperty("type").GetString());
        Assert.Equal(3, platform.Bot.Messages[0].GetProperty("hologram").GetProperty("depth").GetInt32());
    }

    [Fact]
    public async Task Reacts_ShowsOnTheMessageAndGoesOut()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        await platform.TextAsync();
        await platform.IdleAsync();
        platform.Bot.Posts.Clear();
        var message = platform.Mira.Chat(platform.Shop)[^1];

        await platform.Mira.ReactsAsync(platform.Shop, message, "❤️", Platform.Cancel);

        Assert.Equal("❤️", platform.Mira.Chat(platform.Shop)[^1].Reaction);
        Assert.Equal(message.Id, platform.Bot.Messages[0].GetProperty("reaction").GetProperty("message_id").GetString());
    }

    [Fact]
    public void ToString_OfAMessage_KeepsItPrivate()
    {
        var message = new ChatMessage { Id = "wamid.X", IsFromBusiness = false, Type = "text", At = DateTimeOffset.UnixEpoch, Text = "private words" };

        Assert.DoesNotContain("private", message.ToString(), StringComparison.Ordinal);
    }
}
