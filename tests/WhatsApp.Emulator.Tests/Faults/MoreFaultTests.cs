namespace WhatsApp.Emulator.Tests;

public sealed class MoreFaultTests
{
    [Fact]
    public async Task A_send_that_hangs_for_twenty_seconds_is_answered_when_the_clock_gets_there()
    {
        await using var platform = await Platform.StartAsync(fakeClock: true);
        await platform.OpenWindowAsync();
        platform.Emulator.Faults.OnSend(nth: 3).Hang(TimeSpan.FromSeconds(20), afterAccepting: true);
        await platform.TextAsync();
        await platform.TextAsync();

        var sending = platform.TextAsync();
        await Poll.UntilAsync(() => platform.Mira.Chat(platform.Shop).Count == 4);
        Assert.False(sending.IsCompleted);
        await Poll.UntilAsync(() =>
        {
            platform.Clock.Advance(TimeSpan.FromSeconds(5));
            return sending.IsCompleted;
        });

        Assert.Equal(200, (await sending).Status);
    }

    [Fact]
    public async Task Error_data_may_be_plain_text()
    {
        await using var platform = await Platform.StartAsync();
        platform.Emulator.Faults.OnSend().ErrorWithTextData(131000, "something odd");

        Assert.Equal("something odd", (await platform.TextAsync()).Error.GetProperty("error_data").GetString());
    }

    [Fact]
    public async Task Success_may_be_false()
    {
        await using var platform = await Platform.StartAsync();
        platform.Emulator.Faults.OnCall("POST", "whatsapp_business_profile").NoSuccess();

        var answer = await platform.PostAsync("800200/whatsapp_business_profile", """{"messaging_product":"whatsapp","about":"x"}""");
        var read = await platform.GetAsync("800200/whatsapp_business_profile?fields=about");

        Assert.Equal("""{"success":false}""", answer.Text);
        Assert.Equal("Available", read.Data[0].GetProperty("about").GetString());
    }

    [Fact]
    public async Task Other_calls_fail_by_method_and_edge_in_their_turn()
    {
        await using var platform = await Platform.StartAsync();
        platform.Emulator.Faults.OnCall("GET", "message_templates", nth: 2).Error(80007);
        platform.Emulator.Faults.OnCall(null, "debug_token").Html502();

        Assert.Equal(200, (await platform.GetAsync("700100/message_templates")).Status);
        Assert.Equal(80007, (await platform.GetAsync("700100/message_templates")).Code);
        Assert.Equal(200, (await platform.GetAsync("700100/message_templates")).Status);
        var proxy = await platform.GetAsync($"debug_token?input_token={Platform.Token}");
        Assert.Equal(502, proxy.Status);
        Assert.StartsWith("<html>", proxy.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_ones_own_may_be_anything()
    {
        await using var platform = await Platform.StartAsync();
        platform.Emulator.Faults.OnSend().Answer(429, "", "text/plain");

        Assert.Equal((429, ""), ((await platform.TextAsync()) is var answer ? (answer.Status, answer.Text) : default));
    }
}
