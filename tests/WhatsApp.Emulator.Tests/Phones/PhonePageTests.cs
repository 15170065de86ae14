using System.Text;
using System.Text.Json;

namespace WhatsApp.Emulator.Tests;

public sealed class PhonePageTests
{
    [Theory]
    [InlineData("phone", "text/html")]
    [InlineData("phone/phone.js", "text/javascript")]
    [InlineData("phone/phone.css", "text/css")]
    public async Task Page_IsServedFromTheAssemblyUnderAStrictPolicy(string path, string type)
    {
        await using var platform = await Platform.StartAsync();

        using var response = await platform.Http.GetAsync(path, Platform.Cancel);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("default-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_NeverWritesMarkupFromText()
    {
        await using var platform = await Platform.StartAsync();
        var html = await platform.Http.GetStringAsync("phone", Platform.Cancel);
        foreach (var script in new[] { "phone.js", "bubble.js", "format.js", "sheet.js", "dom.js", "api.js", "icons.js" })
        {
            var text = await platform.Http.GetStringAsync($"phone/{script}", Platform.Cancel);
            Assert.DoesNotContain("innerHTML", text, StringComparison.Ordinal);
            Assert.DoesNotContain("insertAdjacentHTML", text, StringComparison.Ordinal);
        }

        Assert.Contains("data-testid=\"composer\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_SaysTapsAndReads()
    {
        await using var platform = await Platform.StartAsync();
        platform.Mira.ReadsAutomatically = false;

        var said = await platform.PostAsync("_emulator/phones/p1/chats/800200/messages", """{"text":"hi"}""");
        var menu = await platform.SendAsync("""  "type":"interactive","interactive":{"type":"button","body":{"text":"Hello"},"action":{"buttons":[{"type":"reply","reply":{"id":"b:1","title":"Browse"}}]}}  """);
        await platform.IdleAsync();
        var tapped = await platform.PostAsync("_emulator/phones/p1/chats/800200/taps", $$"""{"messageId":"{{menu.MessageId}}","id":"b:1"}""");
        var read = await platform.PostAsync("_emulator/phones/p1/chats/800200/read", "{}");
        await platform.IdleAsync();
        var chat = (await platform.GetAsync("_emulator/phones/p1/chats/800200")).Json;

        // "sent" once the webhook was accepted; "delivered" follows by itself a moment later.
        Assert.Contains(said.Json.GetProperty("status").GetString(), (string[])["sent", "delivered"]);
        Assert.Equal("Browse", tapped.Json.GetProperty("text").GetString());
        Assert.Equal(204, read.Status);
        Assert.Equal(3, chat.GetProperty("messages").GetArrayLength());
        Assert.Equal("read", chat.GetProperty("messages")[1].GetProperty("status").GetString());
        Assert.Equal("Bäckerei Mitte", (await platform.GetAsync("_emulator/phones/p1/chats")).Json[0].GetProperty("name").GetString());
        Assert.Equal("Mira K.", (await platform.GetAsync("_emulator/phones")).Json[0].GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("phones/p9/chats/800200/messages", """{"text":"x"}""", 404)]
    [InlineData("phones/p1/chats/1/messages", """{"text":"x"}""", 404)]
    [InlineData("phones/p1/chats/800200/messages", """{"text":""}""", 400)]
    [InlineData("phones/p1/chats/800200/messages", "nonsense", 400)]
    [InlineData("phones/p1/chats/800200/taps", """{"messageId":"wamid.A","id":"x"}""", 404)]
    public async Task Control_BadRequest_IsRefused(string path, string body, int status)
    {
        await using var platform = await Platform.StartAsync();

        Assert.Equal(status, (await platform.PostAsync($"_emulator/{path}", body)).Status);
    }

    [Fact]
    public async Task Control_FormPostOfAForeignPage_IsRefused()
    {
        await using var platform = await Platform.StartAsync();
        using var form = new StringContent("""{"text":"hi"}""", Encoding.UTF8, "text/plain");

        using var response = await platform.Http.PostAsync("_emulator/phones/p1/chats/800200/messages", form, Platform.Cancel);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Empty(platform.Bot.Posts);
    }

    [Fact]
    public async Task Events_StreamMessagesTicksAndTyping()
    {
        await using var platform = await Platform.StartAsync();
        using var stream = new StreamReader(await platform.Http.GetStreamAsync("_emulator/phones/p1/events", Platform.Cancel));
        Assert.Equal("{}", await NextAsync(stream));

        var said = await platform.Mira.SaysAsync(platform.Shop, "hi", Platform.Cancel);
        await platform.IdleAsync();
        await platform.PostAsync("800200/messages", $$"""{"messaging_product":"whatsapp","status":"read","message_id":"{{said.Id}}","typing_indicator":{"type":"text"} }""");

        var news = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            var json = JsonDocument.Parse(await NextAsync(stream)).RootElement;
            news.Add(json.GetProperty("typing").GetBoolean() ? "typing" : json.GetProperty("message").GetProperty("status").GetString()!);
        }

        Assert.Equal(["pending", "sent", "delivered", "read", "typing"], news);
    }

    private static async Task<string> NextAsync(StreamReader stream)
    {
        while (await stream.ReadLineAsync(Platform.Cancel) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                return line[6..];
        }

        throw new EndOfStreamException();
    }
}
