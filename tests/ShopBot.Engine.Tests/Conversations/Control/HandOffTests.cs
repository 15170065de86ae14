using ShopBot.Engine.Conversations;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Tests.Support;
using ShopBot.Engine.Turns;

namespace ShopBot.Engine.Tests.Conversations.Control;

public sealed class HandOffTests
{
    private readonly Talk _talk = new(on =>
    {
        on.Says("human", turn =>
        {
            turn.HandOff("asked", idle: TimeSpan.FromHours(1));
            return turn.Says("Wait.");
        });
        on.Says("short", turn =>
        {
            turn.HandOff(atMost: TimeSpan.FromMinutes(10));
            return Task.CompletedTask;
        });
        on.Timer("later", turn => turn.Says("later"));
        on.Event("order.paid", (turn, _) => turn.Says("paid"));
        on.HandedBack(turn => turn.Says("back"));
        on.Otherwise(turn => turn.Says("hello"));
    });

    [Fact]
    public async Task Person_in_charge_means_no_flow_runs_and_what_came_has_its_turn_afterwards_in_order()
    {
        await _talk.SayAsync("human");
        Assert.Equal(LaneControl.Human, _talk.Last.Control);
        Assert.Equal(ConversationEvents.HandedOff, Assert.Single(_talk.Last.Events).Kind);

        Assert.Empty((await _talk.SayAsync("are you there?")).Last.Replies);
        Assert.Empty((await _talk.RunAsync(new ExternalTurn("order.paid", "{}"u8.ToArray()))).Last.Replies);
        Assert.Empty((await _talk.RunAsync(new TimerTurn("sample/later", default))).Last.Replies);

        await _talk.CommandAsync(LaneControl.Bot);
        Assert.Equal(["back", "paid", "later"], _talk.Texts);
        Assert.Empty(_talk.Document.Held);
        Assert.Equal(["hello"], (await _talk.SayAsync("hi")).Texts);
    }

    [Fact]
    public async Task Silence_gives_the_conversation_back_and_every_message_begins_it_anew()
    {
        await _talk.SayAsync("human");
        _talk.Now += TimeSpan.FromMinutes(50);
        await _talk.SayAsync("hm");
        var timer = Assert.Single(_talk.Last.Timers);
        Assert.Equal(_talk.Now.AddHours(1), timer.DueAt);

        // The first timer was replaced; should it fire all the same, it is too early.
        _talk.Now += TimeSpan.FromMinutes(10);
        Assert.Equal(LaneControl.Human, (await _talk.RunAsync(new TimerTurn(timer.Name, default))).Last.Control);
        _talk.Now += TimeSpan.FromMinutes(50);
        Assert.Equal(["back"], (await _talk.RunAsync(new TimerTurn(timer.Name, default))).Texts);
        Assert.Equal(LaneControl.Bot, _talk.Last.Control);
    }

    [Fact]
    public async Task Fixed_end_is_not_moved_by_messages()
    {
        await _talk.SayAsync("short");
        var end = _talk.Document.HandBackAt;
        _talk.Now += TimeSpan.FromMinutes(5);
        await _talk.SayAsync("hm");

        Assert.Equal(end, _talk.Document.HandBackAt);
        Assert.Empty(_talk.Last.Timers);
    }

    [Fact]
    public async Task Store_takes_over_by_command_and_the_default_silence_ends_it()
    {
        await _talk.SayAsync("hi");
        await _talk.CommandAsync(LaneControl.Human);

        Assert.Empty(_talk.Last.Replies);
        Assert.Equal(_talk.Now.AddHours(12), _talk.Document.HandBackAt);
        Assert.Empty((await _talk.SayAsync("hi")).Last.Replies);
    }

    [Fact]
    public async Task Commands_that_change_nothing_change_nothing()
    {
        await _talk.SayAsync("hi");
        await _talk.CommandAsync(LaneControl.Bot);

        Assert.Empty(_talk.Last.Replies);
        Assert.Empty(_talk.Last.Events);
        await _talk.RunAsync(new TimerTurn("~handback", default));
        Assert.Empty(_talk.Last.Replies);
    }

    [Fact]
    public async Task Held_events_are_bounded_and_the_oldest_go_first()
    {
        await _talk.SayAsync("human");
        for (var i = 0; i < 40; i++)
            await _talk.RunAsync(new ExternalTurn("order.paid", "{}"u8.ToArray()));

        Assert.Equal(32, _talk.Document.Held.Count);
    }
}
