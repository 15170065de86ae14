using ShopBot.Engine.Conversations;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Tests.Support;
using WhatsApp.Client;

namespace ShopBot.Engine.Tests.Conversations.Taps;

public sealed class TapTermsTests
{
    private static readonly Action<FlowMap<Diary>> Routes = on =>
    {
        on.Tap<PickColour>((turn, tap) => turn.Says($"{tap.Name} {tap.Shade}")).WithSignature();
        on.Tap<Finish>((turn, _) => turn.Says("finished")).Expires(TimeSpan.FromMinutes(10));
        on.Stale(turn => turn.Says("stale"));
        on.Otherwise(turn =>
        {
            turn.Reply(new ReplyButtonsMessage("Well?", [turn.Button("Red", new PickColour("red", 3)), turn.Button("Done", new Finish())]));
            return Task.CompletedTask;
        });
    };

    private readonly Talk _talk = new(Routes);

    [Fact]
    public async Task Signed_tap_comes_back_as_it_went()
    {
        var id = await FirstIdAsync();

        Assert.True(id.Length <= 200);
        Assert.Equal(["red 3"], (await _talk.RunAsync(Incoming.Button(id))).Texts);
        Assert.Equal(["red 3"], (await _talk.RunAsync(Incoming.Row(id))).Texts);
    }

    [Fact]
    public async Task Signed_tap_that_differs_in_any_character_is_stale()
    {
        var id = await FirstIdAsync();
        for (var i = 0; i < id.Length; i++)
        {
            var changed = id[..i] + (id[i] == 'x' ? 'y' : 'x') + id[(i + 1)..];
            Assert.Equal(["stale"], (await _talk.RunAsync(Incoming.Button(changed))).Texts);
        }

        foreach (var shorter in new[] { id[..^17], id[..^1], id + "x", id.Replace("3}", "4}", StringComparison.Ordinal) })
            Assert.Equal(["stale"], (await _talk.RunAsync(Incoming.Button(shorter))).Texts);
    }

    [Fact]
    public async Task Signed_tap_of_another_person_is_stale()
    {
        var id = await FirstIdAsync();
        var other = new Talk(Routes) { Customer = CustomerId.New() };

        Assert.Equal(["stale"], (await other.RunAsync(Incoming.Button(id))).Texts);
    }

    [Fact]
    public async Task Tap_ends_when_its_time_is_over()
    {
        await FirstIdAsync();
        var id = ((ReplyButtonsMessage)_talk.Last.Replies[0]).Buttons[1].Id;
        _talk.Now += TimeSpan.FromSeconds(599);
        Assert.Equal(["finished"], (await _talk.RunAsync(Incoming.Button(id))).Texts);

        _talk.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(["stale"], (await _talk.RunAsync(Incoming.Button(id))).Texts);
        Assert.Equal(["stale"], (await _talk.RunAsync(Incoming.Button("sample.1:Finish"))).Texts);
    }

    [Theory]
    [InlineData(1, "honoured")]
    [InlineData(2, "honoured")]
    [InlineData(3, "honoured")]
    [InlineData(4, "stale")]
    public async Task Tap_of_an_older_version_that_means_the_same_is_honoured(int version, string expected)
    {
        var talk = new Talk(Bot.Of(new SampleFlow(3, on =>
        {
            on.Tap<Finish>((turn, _) => turn.Says("honoured")).Since(1);
            on.Stale(turn => turn.Says("stale"));
            on.Upgrade(1, SampleFlow.ReadOld);
            on.Upgrade(2, SampleFlow.ReadOld);
        })));

        Assert.Equal([expected], (await talk.RunAsync(Incoming.Button($"sample.{version}:Finish"))).Texts);
    }

    [Fact]
    public async Task Button_that_no_route_takes_fails_when_it_is_made()
    {
        var talk = new Talk(on => on.Otherwise(turn =>
        {
            turn.Button("x", new NeverRouted());
            return Task.CompletedTask;
        }));

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => talk.SayAsync("go"));
        Assert.Contains("on.Tap<NeverRouted>", fault.Message, StringComparison.Ordinal);
    }

    private async Task<string> FirstIdAsync() => ((ReplyButtonsMessage)(await _talk.SayAsync("go")).Last.Replies[0]).Buttons[0].Id;
}
