namespace WhatsApp.Emulator.Tests;

public sealed class FaultTests
{
    [Fact]
    public async Task Error_OnTheThirdSend_RefusesThatOneOnly()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        platform.Emulator.Faults.OnSend(platform.Shop, nth: 3).Error(131056);

        var answers = new List<Answer>();
        for (var i = 0; i < 4; i++)
            answers.Add(await platform.TextAsync());

        Assert.Equal([200, 200, 400, 200], answers.Select(answer => answer.Status));
        Assert.Equal(131056, answers[2].Code);
        Assert.Equal("whatsapp", answers[2].Error.GetProperty("error_data").GetProperty("messaging_product").GetString());
        Assert.Equal(4, platform.Mira.Chat(platform.Shop).Count);
    }

    [Theory]
    [InlineData(190, 401)]
    [InlineData(131000, 500)]
    [InlineData(2, 503)]
    [InlineData(130429, 400)]
    public async Task Error_UsesTheUsualHttpStatus(int code, int status)
    {
        await using var platform = await Platform.StartAsync();
        platform.Emulator.Faults.OnSend().Error(code);

        var answer = await platform.TextAsync();

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task AnswerAfterAccepting_DeliversTheMessageAllTheSame()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        platform.Emulator.Faults.OnSend(platform.Shop).AnswerAfterAccepting(500);

        var answer = await platform.TextAsync("Hello", """  "biz_opaque_callback_data":"row-1",  """);
        await platform.IdleAsync();

        Assert.Equal((500, 131000), (answer.Status, answer.Code));
        Assert.Equal("Hello", platform.Mira.Chat(platform.Shop)[^1].Text);
        Assert.All(platform.Bot.Statuses, status => Assert.Equal("row-1", status.GetProperty("biz_opaque_callback_data").GetString()));
        Assert.Equal(3, platform.Bot.Statuses.Length);
    }

    [Fact]
    public async Task RefuseBeforeAccepting_SendsNothing()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        platform.Emulator.Faults.OnSend(to: platform.Mira).RefuseBeforeAccepting(503);

        var answer = await platform.TextAsync();
        await platform.IdleAsync();

        Assert.Equal((503, 2), (answer.Status, answer.Code));
        Assert.Empty(platform.Bot.Statuses);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task Html502_IsNoJson(bool afterAccepting, int messages)
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        platform.Emulator.Faults.OnSend().Html502(afterAccepting);

        var answer = await platform.TextAsync();

        Assert.Equal(502, answer.Status);
        Assert.StartsWith("<html>", answer.Text, StringComparison.Ordinal);
        Assert.Equal(messages, platform.Mira.Chat(platform.Shop).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Hang_EndsWithTheCallersPatience(bool afterAccepting)
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        platform.Emulator.Faults.OnSend().Hang(afterAccepting);
        platform.Http.Timeout = TimeSpan.FromMilliseconds(300);

        await Assert.ThrowsAsync<TaskCanceledException>(() => platform.TextAsync());

        Assert.Equal(afterAccepting ? 2 : 1, platform.Mira.Chat(platform.Shop).Count);
        var call = await platform.Emulator.Journal.WaitForCallAsync(call => call.Status == 0, TimeSpan.FromSeconds(10), Platform.Cancel);
        Assert.Equal("800200", call.ObjectId);
    }

    [Fact]
    public async Task Hang_EndsWhenTheEmulatorStops()
    {
        var platform = await Platform.StartAsync();
        platform.Emulator.Faults.OnSend().Hang();
        var sending = platform.TextAsync();
        await Poll.UntilAsync(() => !sending.IsCompleted);

        await platform.Emulator.DisposeAsync();

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => sending);
        await platform.DisposeAsync();
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task DroppedConnection_GivesNoAnswer(bool afterAccepting, int messages)
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        var rule = platform.Emulator.Faults.OnSend();
        if (afterAccepting)
            rule.AcceptThenDropConnection();
        else
            rule.DropConnection();

        await Assert.ThrowsAsync<HttpRequestException>(() => platform.TextAsync());

        Assert.Equal(messages, platform.Mira.Chat(platform.Shop).Count);
    }

    [Fact]
    public async Task FailLater_IsAcceptedThenFails()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        platform.Emulator.Faults.OnSend().FailLater(131049);

        var answer = await platform.TextAsync();
        await platform.IdleAsync();

        Assert.Equal(200, answer.Status);
        var error = Assert.Single(platform.Bot.Statuses).GetProperty("errors")[0];
        Assert.Equal(131049, error.GetProperty("code").GetInt32());
        Assert.True(error.TryGetProperty("title", out _) && error.TryGetProperty("href", out _));
        Assert.Single(platform.Mira.Chat(platform.Shop));
    }

    [Fact]
    public async Task HoldThenFail_SaysHeld()
    {
        await using var platform = await Platform.StartAsync();
        platform.Emulator.Faults.OnSend().HoldThenFail();

        var answer = await platform.SendAsync("""  "type":"template","template":{"name":"order_shipped","language":{"code":"de"}}  """);
        await platform.IdleAsync();

        Assert.Equal("held_for_quality_assessment", answer.Json.GetProperty("messages")[0].GetProperty("message_status").GetString());
        Assert.Equal("failed", Assert.Single(platform.Bot.Statuses).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Times_And_Clear_EndARule()
    {
        await using var platform = await Platform.StartAsync();
        await platform.OpenWindowAsync();
        platform.Emulator.Faults.OnSend(nth: 2, times: 2).Error(131016);
        platform.Emulator.Faults.OnSend(nth: 5, times: int.MaxValue).Error(131016);

        var statuses = new List<int>();
        for (var i = 0; i < 6; i++)
            statuses.Add((await platform.TextAsync()).Status);
        platform.Emulator.Faults.Clear();
        statuses.Add((await platform.TextAsync()).Status);

        Assert.Equal([200, 500, 500, 200, 500, 500, 200], statuses);
    }
}
