using System.Text;
using System.Text.Json;

namespace WhatsApp.Emulator.Tests;

public sealed class PhonePageTests
{
    [Theory]
    [InlineData("phone", "text/html")]
    [InlineData("phone/main.js", "text/javascript")]
    [InlineData("phone/base.css", "text/css")]
    public async Task Page_IsServedFromTheAssemblyUnderAStrictPolicy(string path, string type)
    {
        await using var platform = await Platform.StartAsync();

        using var response = await platform.Http.GetAsync(path, Platform.Cancel);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_NeverWritesMarkupFromText()
    {
        await using var platform = await Platform.StartAsync();
        var files = typeof(WhatsAppEmulator).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("phone/", StringComparison.Ordinal)).ToArray();
        Assert.True(files.Length > 20);
        foreach (var file in files)
        {
            var text = await platform.Http.GetStringAsync(file, Platform.Cancel);
            foreach (var door in new[] { "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "http://", "@import" })
                Assert.False(text.Contains(door, StringComparison.Ordinal) && !text.Contains($"const space = \"{door}", StringComparison.Ordinal), $"{file} contains {door}");
        }
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
