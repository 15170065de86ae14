using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Tests.Support;
using ShopBot.Engine.Turns;
using WhatsApp.Client;

namespace ShopBot.Engine.Tests.Conversations;

public sealed class SeveralFlowsTests
{
    private readonly Talk _talk = new(Bot.Of(new MainFlow(), new SideFlow()));

    [Fact]
    public async Task Going_to_another_flow_runs_its_start_in_the_same_turn_and_coming_back_keeps_both_states()
    {
        Assert.Equal(["main 1"], (await _talk.SayAsync("hm")).Texts);
        Assert.Equal(["off we go", "side starts 1"], (await _talk.SayAsync("go")).Texts);
        Assert.Equal(["side 2"], (await _talk.SayAsync("hm")).Texts);
        Assert.Equal(["leaving", "main again 1"], (await _talk.SayAsync("back")).Texts);
        Assert.Equal(["main 2"], (await _talk.SayAsync("hm")).Texts);
        Assert.Equal(["off we go", "side starts 3"], (await _talk.SayAsync("go")).Texts);
    }

    [Fact]
    public async Task Button_of_the_other_flow_leads_there_and_is_made_by_either()
    {
        await _talk.SayAsync("button");
        var id = Assert.IsType<ReplyButtonsMessage>(_talk.Last.Replies[0]).Buttons[0].Id;
        Assert.StartsWith("side.1:", id, StringComparison.Ordinal);

        Assert.Equal(["side tapped"], (await _talk.RunAsync(Incoming.Button(id))).Texts);
        Assert.Equal(["side 1"], (await _talk.SayAsync("hm")).Texts);
    }

    [Fact]
    public async Task Timers_and_events_reach_the_flow_that_listens_and_leave_the_person_where_they_are()
    {
        await _talk.SayAsync("go");
        await _talk.SayAsync("timer");
        var timer = Assert.Single(_talk.Last.Timers).Name;
        await _talk.SayAsync("back");

        Assert.Equal(["side timer"], (await _talk.RunAsync(new TimerTurn(timer, default))).Texts);
        Assert.Equal(["side event"], (await _talk.RunAsync(new ExternalTurn("side.event", "{}"u8.ToArray()))).Texts);
        Assert.Equal("main", _talk.Document.Current.Flow);
    }

    [Fact]
    public void Wrong_sets_of_flows_are_refused_when_the_bot_is_made()
    {
        Assert.Contains("AddFlow<TFlow>()", Assert.Throws<InvalidOperationException>(() => Bot.Of()).Message, StringComparison.Ordinal);
        Assert.Contains("'main'", Assert.Throws<InvalidOperationException>(() => Bot.Of(new MainFlow(), new MainFlow())).Message, StringComparison.Ordinal);
        Assert.Contains("from: 1", Assert.Throws<InvalidOperationException>(() => Bot.Of(new SampleFlow(2, _ => { }))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flow_that_is_not_there_is_named_with_the_forgotten_call()
    {
        var talk = new Talk(Bot.Of(new MainFlow()));

        Assert.Contains("AddFlow<SideFlow>()", (await Assert.ThrowsAsync<InvalidOperationException>(() => talk.SayAsync("go"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddFlow_twice_registers_once_and_the_first_is_where_people_begin()
    {
        var services = new ServiceCollection();
        services.AddShopBot().AddFlow<MainFlow>().AddFlow<SideFlow>().AddFlow<MainFlow>();
        using var provider = services.BuildServiceProvider();

        Assert.Equal(["main", "side"], provider.GetServices<IFlow>().Select(flow => flow.Name));
    }

    private static Task Count(Turn<Diary> turn, string what)
    {
        turn.State = turn.State with { Entries = [.. turn.State.Entries, "x"] };
        return turn.Says($"{what} {turn.State.Entries.Count}");
    }

    private sealed class MainFlow() : Flow<Diary>("main", 1, SampleJson.Default)
    {
        protected override void Map(FlowMap<Diary> on)
        {
            on.Says("go", turn =>
            {
                turn.GoTo<SideFlow>();
                return turn.Says("off we go");
            });
            on.Says("button", turn =>
            {
                turn.Reply(new ReplyButtonsMessage("?", [turn.Button("Side", new Finish())]));
                return Task.CompletedTask;
            });
            on.Returned(turn => turn.Says($"main again {turn.State.Entries.Count}"));
            on.Otherwise(turn => Count(turn, "main"));
        }
    }

    private sealed class SideFlow() : Flow<Diary>("side", 1, SampleJson.Default)
    {
        protected override void Map(FlowMap<Diary> on)
        {
            on.Start(turn => Count(turn, "side starts"));
            on.Says("back", turn =>
            {
                turn.Return();
                return turn.Says("leaving");
            });
            on.Says("timer", turn =>
            {
                turn.SetTimer("t", TimeSpan.FromHours(1));
                return Task.CompletedTask;
            });
            on.Tap<Finish>((turn, _) => turn.Says("side tapped"));
            on.Timer("t", turn => turn.Says("side timer"));
            on.Event("side.event", (turn, _) => turn.Says("side event"));
            on.Otherwise(turn => Count(turn, "side"));
        }
    }
}
