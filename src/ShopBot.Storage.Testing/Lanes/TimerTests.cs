using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Testing.Lanes;

public abstract class TimerTests(Func<StorageHarness> open) : StorageTests(open)
{
    [Fact]
    public async Task A_due_timer_becomes_an_event_of_its_lane_once()
    {
        var due = Now.AddMinutes(30);
        var lane = await SetAsync(new TimerChange("cart-reminder", due, Sample.Bytes("note")));
        var before = await SweepAsync();
        Pass(TimeSpan.FromMinutes(30));

        var fired = await SweepAsync();
        var again = await SweepAsync();
        var work = Assert.Single((await ClaimAsync()).Lanes);

        Assert.Equal((0, due), (before.TimersFired, before.NextDue));
        Assert.Equal((1, true), (fired.TimersFired, fired.Due));
        Assert.Equal(0, again.TimersFired);
        Assert.Equal(lane, work.Lane);
        var item = Assert.Single(work.Events);
        Assert.Equal((2, StorageRules.TimerKind, $"timer:cart-reminder:{due.ToUnixTimeMilliseconds()}"), (item.Seq, item.Kind, item.EventKey));
        Assert.Equal("note", Sample.Text(item.Payload));
        Assert.Equal(due, item.OccurredAt);
    }

    [Fact]
    public async Task Setting_a_timer_again_replaces_it()
    {
        await SetAsync(new TimerChange("nudge", Now.AddMinutes(1), Sample.Bytes("old")));
        await SetAsync(new TimerChange("nudge", Now.AddMinutes(5), Sample.Bytes("new")));
        Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(0, (await SweepAsync()).TimersFired);
        Pass(TimeSpan.FromMinutes(4));
        Assert.Equal(1, (await SweepAsync()).TimersFired);
        Assert.Equal("new", Sample.Text((await ClaimAsync()).Lanes[0].Events[0].Payload));
    }

    [Fact]
    public async Task A_cancelled_timer_does_not_fire()
    {
        await SetAsync(new TimerChange("nudge", Now.AddMinutes(1)), new TimerChange("other", Now.AddMinutes(1)));
        await SetAsync(new TimerChange("nudge", null), new TimerChange("never set", null));
        Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(1, (await SweepAsync()).TimersFired);
        Assert.StartsWith("timer:other:", (await ClaimAsync()).Lanes[0].Events[0].EventKey, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Timers_of_the_same_name_and_moment_fire_in_every_lane()
    {
        await SetAsync(new TimerChange("nudge", Now.AddMinutes(1)));
        await SetAsync("grace", new TimerChange("nudge", Now.AddMinutes(1)));
        Pass(TimeSpan.FromMinutes(1));

        Assert.Equal(2, (await SweepAsync()).TimersFired);
        Assert.Equal(2, (await ClaimAsync()).Lanes.Count);
    }

    [Fact]
    public async Task Timers_fire_in_the_order_they_were_due()
    {
        await SetAsync(new TimerChange("second", Now.AddMinutes(2)), new TimerChange("first", Now.AddMinutes(1)));
        Pass(TimeSpan.FromMinutes(3));

        await SweepAsync();

        var work = (await ClaimAsync()).Lanes[0];
        Assert.Equal(["first", "second"], work.Events.Select(item => item.EventKey.Split(':')[1]));
    }

    [Fact]
    public async Task A_sweep_fires_no_more_than_it_may_and_says_that_more_is_due()
    {
        await SetAsync([.. Enumerable.Range(1, 5).Select(i => new TimerChange($"t{i}", Now.AddSeconds(i)))]);
        Pass(TimeSpan.FromMinutes(1));

        var first = await SweepAsync(maxItems: 3);
        var second = await SweepAsync(maxItems: 3);

        Assert.Equal((3, 2), (first.TimersFired, second.TimersFired));
        Assert.True(first.NextDue <= Now);
        Assert.Null(second.NextDue);
    }

    [Fact]
    public async Task A_timer_that_fires_while_its_lane_is_leased_waits_for_the_next_turn()
    {
        await SetAsync(new TimerChange("nudge", Now.AddSeconds(1)));
        var work = await LeaseAsync("m2");
        Pass(TimeSpan.FromSeconds(1));
        await SweepAsync();

        var next = (await CommitAsync(Sample.Turn(work))).Work!;

        Assert.Equal([StorageRules.TimerKind], next.Events.Select(item => item.Kind));
    }

    private Task<LaneKey> SetAsync(params TimerChange[] timers) => SetAsync("ada", timers);

    private async Task<LaneKey> SetAsync(string person, params TimerChange[] timers)
    {
        var work = await LeaseAsync($"m-{Guid.NewGuid():N}", person);
        var result = await CommitAsync(Sample.Turn(work) with { Timers = timers });
        Assert.Equal(CommitOutcome.Committed, result.Outcome);
        return work.Lane;
    }
}
