namespace WhatsApp.Emulator.Tests;

public sealed class WindowAndRateTests
{
    [Fact]
    public async Task Send_WithinTwentyFourHours_Arrives()
    {
        await using var platform = await Platform.StartAsync(fakeClock: true);
        await platform.OpenWindowAsync();
        platform.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));

        await platform.TextAsync();
        await platform.IdleAsync();

        Assert.Equal(["sent", "delivered", "read"], platform.Bot.Statuses.Select(status => status.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task Send_AfterTwentyFourHours_FailsLaterByDefault()
    {
        await using var platform = await Platform.StartAsync(fakeClock: true);
        await platform.OpenWindowAsync();
        platform.Clock.Advance(TimeSpan.FromHours(24));

        var answer = await platform.TextAsync();
        await platform.IdleAsync();

        Assert.Equal(200, answer.Status);
        Assert.Equal(131047, Assert.Single(platform.Bot.Statuses).GetProperty("errors")[0].GetProperty("code").GetInt32());
        Assert.Single(platform.Mira.Chat(platform.Shop));
    }

    [Fact]
    public async Task Send_AfterTwentyFourHours_IsRefusedAtOnceWhenAskedFor()
    {
        await using var platform = await Platform.StartAsync(options => options.RefuseOutsideWindow = true, fakeClock: true);
        await platform.OpenWindowAsync();
        platform.Clock.Advance(TimeSpan.FromHours(24));

        Assert.Equal(131047, (await platform.TextAsync()).Code);
    }

    [Fact]
    public async Task Send_TemplateOutsideTheWindow_Arrives()
    {
        await using var platform = await Platform.StartAsync(options => options.RefuseOutsideWindow = true);

        var answer = await platform.SendAsync("""  "type":"template","template":{"name":"order_shipped","language":{"code":"de"}}  """);
        await platform.IdleAsync();

        Assert.Equal("accepted", answer.Json.GetProperty("messages")[0].GetProperty("message_status").GetString());
        Assert.Equal("utility", platform.Bot.Statuses[0].GetProperty("pricing").GetProperty("category").GetString());
    }

    [Fact]
    public async Task Reaction_OfTheCustomer_DoesNotOpenTheWindow()
    {
        await using var platform = await Platform.StartAsync(options => options.RefuseOutsideWindow = true);
        await platform.SendAsync("""  "type":"template","template":{"name":"order_shipped","language":{"code":"de"}}  """);
        await platform.Mira.ReactsAsync(platform.Shop, platform.Mira.Chat(platform.Shop)[0], "👍", Platform.Cancel);

        Assert.Equal(131047, (await platform.TextAsync()).Code);
    }

    [Fact]
    public async Task Pair_AfterABurstOfFortyFive_TakesOneEverySixSeconds()
    {
        await using var platform = await Platform.StartAsync(fakeClock: true);
        await platform.OpenWindowAsync();
        for (var i = 0; i < 45; i++)
            Assert.Equal(200, (await platform.TextAsync()).Status);

        var refused = await platform.TextAsync();
        platform.Clock.Advance(TimeSpan.FromSeconds(5));
        var early = await platform.TextAsync();
        platform.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = await platform.TextAsync();
        var again = await platform.TextAsync();

        Assert.Equal((400, 131056), (refused.Status, refused.Code));
        Assert.Equal(131056, early.Code);
        Assert.Equal(200, later.Status);
        Assert.Equal(131056, again.Code);
    }

    [Fact]
    public async Task Number_OverItsThroughput_IsRefusedUntilTimePasses()
    {
        await using var platform = await Platform.StartAsync(options => options.PairInterval = TimeSpan.Zero, fakeClock: true);
        await platform.OpenWindowAsync();

        // The customer's own message counts too.
        for (var i = 0; i < 79; i++)
            Assert.Equal(200, (await platform.TextAsync()).Status);
        var refused = await platform.TextAsync();
        platform.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = await platform.TextAsync();

        Assert.Equal((400, 130429), (refused.Status, refused.Code));
        Assert.Equal(200, later.Status);
    }
}
