using WhatsApp.Client;

namespace ShopBot.Engine.Tests.Pipeline;

public sealed class WindowTests
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    [Fact]
    public async Task A_free_form_message_that_became_too_late_is_not_sent()
    {
        await using var host = await EngineHost.StartAsync();
        await RemindAfterTheWindowAsync(host);

        Assert.Equal(["I will"], host.Graph.Texts);
        Assert.Equal((4, 131047), (host.Outbox()[1].State, host.Outbox()[1].ErrorCode));
        Assert.Equal(1, host.Number("SELECT COUNT(*) FROM events WHERE kind = 'message.failed'"));
    }

    [Fact]
    public async Task A_template_goes_instead_when_one_is_chosen()
    {
        await using var host = await EngineHost.StartAsync(o => o.Outbox.ClosedWindowTemplate = (store, message) =>
            message.Type == "text" ? new TemplateMessage("we_miss_you", store.Locale) : null);

        await RemindAfterTheWindowAsync(host);

        Assert.Equal((3, null), (host.Outbox()[1].State, host.Outbox()[1].ErrorCode));
        Assert.Equal(["I will", ""], host.Graph.Texts);
    }

    [Fact]
    public async Task A_message_of_the_customer_opens_the_window_again()
    {
        await using var host = await EngineHost.StartAsync();
        await host.SayAsync("hello");
        await host.UntilSentAsync(1);
        await host.UntilIdleAsync();
        host.Time.Advance(Day + Day);

        await host.SayAsync("hello again");
        await host.UntilSentAsync(2, TimeSpan.FromMilliseconds(100));

        Assert.Equal(["1: hello", "2: hello again"], host.Graph.Texts);
    }

    private static async Task RemindAfterTheWindowAsync(EngineHost host)
    {
        await host.SayAsync("remind");
        await host.UntilSentAsync(1);
        await host.UntilIdleAsync();
        host.Time.Advance(Day);
        await host.UntilAsync(() => host.Outbox().Count == 2 && host.Outbox()[1].State >= 3, TimeSpan.FromSeconds(1));
    }
}
