namespace WhatsApp.Emulator.Tests;

public sealed class ControlApiTests
{
    [Fact]
    public async Task Everything_can_be_set_up_and_driven_over_http()
    {
        await using var platform = await Platform.StartAsync(options => options.ReviewDelay = TimeSpan.Zero);
        async Task<Answer> Control(string path, string json) => await platform.PostAsync($"_control{path}", json, platform.Http);

        Assert.Equal(200, (await Control("/numbers", $$"""{"phoneNumberId":"800900","wabaId":"700900","displayPhoneNumber":"+49 30 900","accessToken":"t9","appId":"999","appSecret":"s9","verifyToken":"verify me","webhookUrl":"{{platform.Bot.Url}}"}""")).Status);
        var phone = (await Control("/phones", """{"name":"Nina","waId":"4915557777777","userId":"DE.9"}""")).Id;
        var said = await Control($"/phones/{phone}/says", """{"to":"800900","text":"hi"}""");
        using var http = platform.Client("t9");
        await platform.PostAsync("800900/messages", """{"messaging_product":"whatsapp","to":"4915557777777","type":"interactive","interactive":{"type":"button","body":{"text":"Pick"},"action":{"buttons":[{"type":"reply","reply":{"id":"a","title":"Bread"}}]}}}""", http);
        var waited = await Control($"/phones/{phone}/waits", """{"to":"800900","text":"Pick"}""");
        await Control($"/phones/{phone}/taps", """{"to":"800900","title":"Bread"}""");
        await Control($"/phones/{phone}/reacts", $$"""{"to":"800900","messageId":"{{waited.Id}}","emoji":"👍"}""");
        await Control($"/phones/{phone}/sends", """{"to":"800900","type":"location","payload":{"latitude":1,"longitude":2}}""");
        await Control("/says", $$"""{"together":true,"messages":[{"phone":"{{phone}}","to":"800900","text":"a"},{"phone":"{{phone}}","to":"800900","text":"b"}]}""");
        await Control("/idle", "{}");

        Assert.Equal("hi", said.Json.GetProperty("text").GetString());
        Assert.Equal(["text", "interactive", "reaction", "location", "text", "text"], platform.Bot.Messages.Select(message => message.GetProperty("type").GetString()));
        var chat = await platform.GetAsync($"_control/phones/{phone}/chats/800900");
        Assert.Equal(6, chat.Json.GetArrayLength());
        var calls = await platform.GetAsync("_control/journal/calls?limit=1");
        Assert.Equal("Pick", calls.Json[0].GetProperty("request").GetProperty("interactive").GetProperty("body").GetProperty("text").GetString());
        Assert.DoesNotContain("t9", (await platform.GetAsync("_control")).Text.Replace("\"waId\"", "", StringComparison.Ordinal).Split(',').Where(part => part.Contains("oken", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Faults_switches_clock_and_webhooks_are_in_reach()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        async Task<Answer> Control(string path, string json) => await platform.PostAsync($"_control{path}", json, platform.Http);

        await Control("/faults", """{"play":"error","code":131016}""");
        await Control("/faults", """{"play":"noSuccess","edge":"register","method":"POST"}""");
        Assert.Equal(131016, (await platform.TextAsync()).Code);
        Assert.Equal("""{"success":false}""", (await platform.PostAsync("800200/register", "{}")).Text);
        Assert.True((await Control("/switches", """{"skipDelivered":true,"unknownFields":true}""")).Json.GetProperty("skipDelivered").GetBoolean());
        await platform.TextAsync();
        await platform.IdleAsync();
        Assert.Equal(["sent", "read"], platform.Bot.StatusNames);
        await Control("/webhooks/emit", """{"field":"account_alerts","waba":"700100","value":{"severity":"LOW"}}""");
        Assert.Single(platform.Bot.Of("account_alerts"));
        var delivery = (await platform.GetAsync("_control/journal/webhooks?limit=1")).Json[0].GetProperty("deliveryId").GetString();
        var before = platform.Bot.Posts.Count;
        await Control("/webhooks/redeliver", $$"""{"deliveryId":"{{delivery}}","number":"800200"}""");
        await Control("/webhooks/raw", """{"body":"{\"entry\":[]}","signature":""}""");
        await Control("/webhooks/dashboard-test", "{}");
        Assert.Equal(before + 3, platform.Bot.Posts.Count);
        Assert.Equal(86_400, (await Control("/clock", """{"advanceSeconds":86400}""")).Json.GetProperty("aheadSeconds").GetDouble());
        await platform.TextAsync();
        await platform.IdleAsync();
        Assert.Equal("failed", platform.Bot.StatusNames[^1]);
        await Control("/numbers/800200", """{"status":"BANNED"}""");
        Assert.Equal(131031, (await platform.TextAsync()).Code);
        var code = (await Control("/signup", $$"""{"appId":"111","appSecret":"{{Platform.Secret}}","wabas":["700100"]}""")).Json.GetProperty("code").GetString();
        Assert.NotEmpty(code!);
        await Control("/phones/p1", """{"waId":"4915550009999"}""");
        Assert.Equal("4915550009999", platform.Mira.WaId);
    }

    [Theory]
    [InlineData("/phones/p99/says", """{"text":"x"}""", 404)]
    [InlineData("/phones/p1/says", "{}", 400)]
    [InlineData("/phones/p1/says", "[]", 400)]
    [InlineData("/phones/p1/says", "{", 400)]
    [InlineData("/phones/p1/taps", """{"title":"nothing"}""", 400)]
    [InlineData("/phones", """{"name":"x","waId":"12"}""", 400)]
    [InlineData("/faults", """{"play":"dance"}""", 400)]
    [InlineData("/switches", """{"colour":true}""", 400)]
    public async Task Mistakes_are_explained(string path, string json, int status)
    {
        await using var platform = await Platform.StartAsync();

        var answer = await platform.PostAsync($"_control{path}", json);

        Assert.Equal(status, answer.Status);
        Assert.NotEmpty(answer.Json.GetProperty("error").GetString()!);
    }

    [Fact]
    public async Task A_foreign_web_page_cannot_change_anything()
    {
        await using var platform = await Platform.StartAsync();
        using var form = new StringContent("""{"text":"x"}""");
        form.Headers.ContentType = new("text/plain");

        using var response = await platform.Http.PostAsync("_control/phones/p1/says", form, Platform.Cancel);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Empty(platform.Bot.Posts);
    }

    [Fact]
    public async Task A_clock_that_travels_fires_what_is_due()
    {
        await using var platform = await Platform.StartAsync();
        var clock = platform.Emulator.Clock;
        var before = clock.GetUtcNow();
        var stamp = clock.GetTimestamp();
        var delay = Task.Delay(TimeSpan.FromHours(5), clock, Platform.Cancel);

        clock.Advance(TimeSpan.FromHours(4));
        Assert.False(delay.IsCompleted);
        clock.Advance(TimeSpan.FromHours(1));
        await delay.WaitAsync(TimeSpan.FromSeconds(60), Platform.Cancel);

        Assert.True(clock.GetUtcNow() - before >= TimeSpan.FromHours(5));
        Assert.True(clock.GetElapsedTime(stamp) >= TimeSpan.FromHours(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromSeconds(-1)));
    }
}
