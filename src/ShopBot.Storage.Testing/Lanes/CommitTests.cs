using System.Globalization;
using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Testing.Lanes;

public abstract class CommitTests(Func<StorageHarness> open) : StorageTests(open)
{
    [Fact]
    public async Task A_committed_turn_saves_the_state_and_gives_the_lane_back()
    {
        var work = await LeaseAsync("m1");

        var result = await CommitAsync(Sample.Turn(work, "one"));
        var next = await LeaseAsync("m2", owner: OtherHost);

        Assert.Equal(new CommitResult(CommitOutcome.Committed), result);
        Assert.Equal("one", Sample.Text(next.State));
        Assert.Equal((1, 2), (next.StateVersion, next.Fence));
        Assert.Equal(["m2"], next.Events.Select(item => item.EventKey));
    }

    [Fact]
    public async Task A_lane_that_was_committed_has_nothing_to_claim()
    {
        await CommitAsync(Sample.Turn(await LeaseAsync()));

        Assert.Empty((await ClaimAsync()).Lanes);
        Assert.False((await SweepAsync()).Due);
    }

    [Fact]
    public async Task Events_that_came_meanwhile_go_on_under_the_same_lease()
    {
        var work = await LeaseAsync("m1");
        await AppendAsync(Event("m2"));
        Pass(TimeSpan.FromSeconds(3));

        var next = (await CommitAsync(Sample.Turn(work, "one"))).Work!;

        Assert.Equal(work.Fence, next.Fence);
        Assert.Equal(Now + Lease, next.LeaseUntil);
        Assert.Equal(1, next.StateVersion);
        Assert.Equal("one", Sample.Text(next.State));
        Assert.Equal(["m2"], next.Events.Select(item => item.EventKey));
        Assert.Empty((await ClaimAsync(OtherHost)).Lanes);
        Assert.Equal(CommitOutcome.Committed, (await CommitAsync(Sample.Turn(next))).Outcome);
    }

    [Fact]
    public async Task A_turn_may_handle_only_the_first_events()
    {
        await AppendAllAsync([Event("m1"), Event("m2"), Event("m3")]);
        var work = (await ClaimAsync()).Lanes[0];

        var next = (await CommitAsync(Sample.Turn(work) with { HandledThrough = 2 })).Work!;

        Assert.Equal([3L], next.Events.Select(item => item.Seq));
    }

    [Fact]
    public async Task A_commit_under_an_old_fence_is_stale_and_writes_nothing()
    {
        var old = await LeaseAsync("m1");
        Pass(Lease);
        var current = (await ClaimAsync(OtherHost)).Lanes[0];
        var message = Sample.Message();

        var late = await CommitAsync(Sample.Turn(old, "late") with
        {
            Outbox = [message],
            Timers = [new TimerChange("nudge", Now)],
            Events = [new DomainEventRow(Guid.NewGuid(), "cart.updated", default)],
            SendAs = Host,
        });
        var result = await CommitAsync(Sample.Turn(current, "current"));

        Assert.Equal(new CommitResult(CommitOutcome.Stale), late);
        Assert.Equal(CommitOutcome.Committed, result.Outcome);
        Assert.Null(await Storage.FindOutboxAsync(Store, message.Id));
        Assert.Equal(0, await Storage.CountEventsAsync(Store, "cart.updated"));
        Assert.Equal(0, (await SweepAsync()).TimersFired);
        Assert.Equal("current", Sample.Text((await LeaseAsync("m2")).State));
    }

    [Fact]
    public async Task A_commit_on_another_state_version_is_stale()
    {
        var work = await LeaseAsync();

        Assert.Equal(CommitOutcome.Stale, (await CommitAsync(Sample.Turn(work) with { StateVersion = 3 })).Outcome);
    }

    [Fact]
    public async Task A_commit_repeated_is_stale()
    {
        var work = await LeaseAsync("m1");
        await AppendAsync(Event("m2"));
        await CommitAsync(Sample.Turn(work));

        Assert.Equal(CommitOutcome.Stale, (await CommitAsync(Sample.Turn(work))).Outcome);
    }

    [Fact]
    public async Task A_commit_for_a_lane_that_does_not_exist_is_stale()
    {
        var work = await LeaseAsync();

        var result = await CommitAsync(Sample.Turn(work) with { Lane = work.Lane with { Channel = "instagram" } });

        Assert.Equal(CommitOutcome.Stale, result.Outcome);
    }

    [Fact]
    public async Task A_commit_after_the_lease_ended_is_accepted_while_nobody_took_the_lane()
    {
        var work = await LeaseAsync();
        Pass(Lease * 3);

        Assert.Equal(CommitOutcome.Committed, (await CommitAsync(Sample.Turn(work))).Outcome);
    }

    [Fact]
    public async Task Stale_and_refused_members_leave_their_neighbours_alone()
    {
        var ada = await LeaseAsync("a1");
        var bob = await LeaseAsync("b1", "bob");
        var cleo = await LeaseAsync("c1", "cleo");

        var results = await Lanes.CommitAsync(
            [
                Sample.Turn(ada) with { Fence = 99 },
                Sample.Turn(bob) with { Timers = [new TimerChange(new string('t', 65), Now)] },
                Sample.Turn(cleo),
            ],
            Lease, Now, Token);

        Assert.Equal([CommitOutcome.Stale, CommitOutcome.Refused, CommitOutcome.Committed], results.Select(result => result.Outcome));
        Assert.NotEmpty(results[1].Reason!);
        Assert.Equal(CommitOutcome.Committed, (await CommitAsync(Sample.Turn(bob))).Outcome);
    }

    [Fact]
    public async Task A_turn_cannot_handle_events_the_lane_does_not_have()
    {
        var work = await LeaseAsync();

        Assert.Equal(CommitOutcome.Refused, (await CommitAsync(Sample.Turn(work) with { HandledThrough = 2 })).Outcome);
    }

    [Fact]
    public async Task Facts_are_logged_once()
    {
        var work = await LeaseAsync("m1");
        var fact = new DomainEventRow(Guid.NewGuid(), "cart.updated", Sample.Bytes("cart"));
        await CommitAsync(Sample.Turn(work) with { Events = [fact] });
        await CommitAsync(Sample.Turn(await LeaseAsync("m2")) with { Events = [fact] });

        Assert.Equal(1, await Storage.CountEventsAsync(Store, "cart.updated"));
    }

    [Fact]
    public async Task Twenty_loops_that_each_add_one_end_at_twenty()
    {
        await Task.WhenAll(Enumerable.Range(1, 20).Select(i => Task.Run(() => AddOneAsync($"m{i}", $"host-{i}"), Token)));

        var work = await LeaseAsync("last");
        Assert.Equal("20", Sample.Text(work.State));
        Assert.Equal(["last"], work.Events.Select(item => item.EventKey));
    }

    // Whoever got the lane also does what the others bring meanwhile.
    private async Task AddOneAsync(string key, string owner)
    {
        var work = (await AppendAsync(Event(key), owner)).Work;
        while (work is not null)
        {
            var count = work.State.IsEmpty ? 0 : int.Parse(Sample.Text(work.State), CultureInfo.InvariantCulture);
            var turn = Sample.Turn(work, $"{count + 1}") with { HandledThrough = work.Events[0].Seq };
            work = (await CommitAsync(turn)).Work;
        }
    }
}
