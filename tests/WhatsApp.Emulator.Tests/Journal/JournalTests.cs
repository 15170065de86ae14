namespace WhatsApp.Emulator.Tests;

public sealed class JournalTests
{
    [Fact]
    public async Task Journal_KeepsCallsAndWebhooksWithoutTheToken()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();

        await platform.TextAsync("private words");
        await platform.IdleAsync();

        var call = platform.Emulator.Journal.Calls.Single();
        Assert.Equal(("POST", "/v25.0/800200/messages", "800200", 200), (call.Method, call.Path, call.ObjectId, call.Status));
        Assert.Contains("private words", call.RequestBody, StringComparison.Ordinal);
        Assert.DoesNotContain("private words", call.ToString(), StringComparison.Ordinal);
        Assert.Equal(4, platform.Emulator.Journal.Webhooks.Count);
        Assert.DoesNotContain(platform.Emulator.Journal.Calls, item => item.RequestBody.Contains(Platform.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Journal_IsBounded()
    {
        await using var platform = await Platform.StartAsync(options => options.JournalCapacity = 3);

        for (var i = 0; i < 5; i++)
            await platform.GetAsync($"800200?fields=id&n={i}");

        Assert.Equal(["/800200?fields=id&n=2", "/800200?fields=id&n=3", "/800200?fields=id&n=4"], platform.Emulator.Journal.Calls.Select(call => call.Path));
    }

    [Fact]
    public async Task AccessTokenInTheQuery_IsNotKept()
    {
        await using var platform = await Platform.StartAsync();
        using var nobody = platform.Client(null);

        var answer = await platform.GetAsync($"800200?fields=id&access_token={Platform.Token}", nobody);

        Assert.Equal(200, answer.Status);
        Assert.DoesNotContain(platform.Emulator.Journal.Calls, call => call.Path.Contains(Platform.Token, StringComparison.Ordinal));
    }
}
