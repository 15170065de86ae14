using ShopBot.Engine.Conversations;
using ShopBot.Engine.Tests.Support;
using ShopBot.Engine.Turns;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Engine.Tests.Conversations;

public sealed class BurstTests
{
    private readonly Bot _bot = Bot.Of(new SampleFlow(1, on =>
    {
        on.Coalesce(TimeSpan.FromSeconds(1));
        on.StaleAfter(TimeSpan.FromMinutes(10), turn => turn.Says($"{turn.Messages} waited: {turn.Text}"));
        on.Tap<Finish>((turn, _) => turn.Says("finished"));
        on.Text((turn, text) => turn.Says($"{turn.Messages}: {text}"));
    }));

    [Fact]
    public async Task Consecutive_texts_are_one_and_a_tap_ends_them()
    {
        var talk = await new Talk(_bot).RunAsync(Incoming.Text("a"), Incoming.Text("b"), Incoming.Button("sample.1:Finish"), Incoming.Text("c"));

        Assert.Equal(["2: a\nb"], talk.Texts);
        Assert.Equal(2, talk.Last.Handled);
    }

    [Fact]
    public async Task Turn_that_failed_before_is_taken_alone()
    {
        var input = Incoming.Input(Incoming.Text("a")) with { Following = [Incoming.Text("b")], Attempt = 1 };

        var result = await _bot.RunAsync(input, TestContext.Current.CancellationToken);

        Assert.Equal(1, result.Handled);
        Assert.Equal(TimeSpan.Zero, _bot.SettleTime(input));
    }

    [Fact]
    public void Waiting_is_for_texts_only()
    {
        Assert.Equal(TimeSpan.FromSeconds(1), _bot.SettleTime(Incoming.Input(Incoming.Text("a"))));
        Assert.Equal(TimeSpan.FromSeconds(1), _bot.SettleTime(Incoming.Input(Incoming.Text("a")) with { Following = [Incoming.Text("b")] }));
        Assert.Equal(TimeSpan.Zero, _bot.SettleTime(Incoming.Input(Incoming.Text("a")) with { Following = [Incoming.Button("sample.1:Finish")] }));
        Assert.Equal(TimeSpan.Zero, _bot.SettleTime(Incoming.Input(Incoming.Button("sample.1:Finish"))));
        Assert.Equal(TimeSpan.Zero, _bot.SettleTime(Incoming.Input(Incoming.OfType("image"))));
    }

    [Fact]
    public async Task What_waited_through_a_downtime_has_one_answer_and_taps_are_honoured()
    {
        var talk = new Talk(_bot) { Now = Incoming.Now + TimeSpan.FromMinutes(30) };
        await talk.RunAsync(Incoming.Text("a"), Incoming.OfType("image"), Incoming.Text("b"), Incoming.Button("sample.1:Finish"), Incoming.Text("c"));
        Assert.Equal(["3 waited: a\nb"], talk.Texts);
        Assert.Equal(3, talk.Last.Handled);

        Assert.Equal(["finished"], (await talk.RunAsync(Incoming.Button("sample.1:Finish"), Incoming.Text("c"))).Texts);
        Assert.Empty((await talk.SayAsync("c")).Texts);
        Assert.Equal(["1: d"], (await talk.RunAsync(At(talk.Now, "d"))).Texts);
    }

    [Fact]
    public async Task Next_downtime_has_its_own_answer()
    {
        var talk = new Talk(_bot) { Now = Incoming.Now + TimeSpan.FromMinutes(30) };
        await talk.SayAsync("a");
        var later = talk.Now.AddHours(1);
        talk.Now = later.AddMinutes(30);

        Assert.Equal(["1 waited: b"], (await talk.RunAsync(At(later, "b"))).Texts);
    }

    private static MessageTurn At(DateTimeOffset time, string text) =>
        new(((TextReceived)((MessageTurn)Incoming.Text(text)).Message) with { Timestamp = time });
}
