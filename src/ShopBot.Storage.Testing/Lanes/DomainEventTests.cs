using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Testing.Lanes;

public abstract class DomainEventTests(Func<StorageHarness> open) : StorageTests(open)
{
    [Fact]
    public async Task Events_are_delivered_in_the_order_of_their_commits()
    {
        await RaiseAsync("m1", "a", "b");
        await RaiseAsync("m2", "c");

        var work = await ClaimOneAsync();

        Assert.Equal(["a", "b", "c"], Kinds(work));
        Assert.Equal([1L, 2, 3], work.Events.Select(item => item.Number));
        Assert.All(work.Events, item => Assert.Equal(0, item.Attempts));
        Assert.Equal("payload of a", Sample.Text(work.Events[0].Payload));
    }

    [Fact]
    public async Task Only_events_to_be_delivered_are_handed_out()
    {
        var work = await LeaseAsync();
        await CommitAsync(Sample.Turn(work) with { Events = [new(Guid.NewGuid(), "logged", Sample.Bytes("x"))] });

        Assert.Empty((await ClaimEventsAsync()).Events);
        Assert.Equal(1, await Storage.CountEventsAsync(Store, "logged"));
    }

    [Fact]
    public async Task A_claim_that_asks_for_no_events_gets_none()
    {
        await RaiseAsync("m1", "a");

        Assert.Empty((await ClaimAsync()).Events);
    }

    [Fact]
    public async Task A_lane_is_delivered_by_one_host_at_a_time()
    {
        await RaiseAsync("m1", "a");
        await ClaimOneAsync();
        await RaiseAsync("m2", "b");

        Assert.Empty((await ClaimEventsAsync(OtherHost)).Events);
    }

    [Fact]
    public async Task What_is_closed_is_not_delivered_again()
    {
        await RaiseAsync("m1", "a");
        var work = await ClaimOneAsync();

        var closed = await CloseAsync(work, 1);
        Pass(Lease);

        Assert.Equal((CommitOutcome.Committed, null), (closed.Outcome, closed.Events));
        Assert.Empty((await ClaimEventsAsync()).Events);
    }

    [Fact]
    public async Task The_answer_to_a_close_carries_what_came_meanwhile_under_the_same_lease()
    {
        await RaiseAsync("m1", "a");
        var work = await ClaimOneAsync();
        await RaiseAsync("m2", "b");

        var more = (await CloseAsync(work, 1)).Events!;
        var end = await CloseAsync(more, 2);

        Assert.Equal((work.Fence, "b"), (more.Fence, Assert.Single(more.Events).Kind));
        Assert.Null(end.Events);
    }

    [Fact]
    public async Task A_failed_delivery_rests_and_counts_while_later_events_wait_behind_it()
    {
        await RaiseAsync("m1", "a", "b", "c");
        var work = await ClaimOneAsync();
        await CommitAsync(Close(work, 1) with { RetryAt = Now + TimeSpan.FromSeconds(5) });

        Assert.Empty((await ClaimEventsAsync()).Events);
        Pass(TimeSpan.FromSeconds(5));
        var again = await ClaimOneAsync(OtherHost);

        Assert.Equal([("b", 1), ("c", 0)], again.Events.Select(item => (item.Kind, item.Attempts)));
    }

    [Fact]
    public async Task An_event_given_up_lets_the_next_one_through()
    {
        await RaiseAsync("m1", "a", "b");
        var work = await ClaimOneAsync();

        var more = (await CommitAsync(Close(work, 1) with { Cause = "System.TimeoutException" })).Events!;

        Assert.Equal(["b"], Kinds(more));
    }

    [Fact]
    public async Task A_lease_that_ended_is_taken_over_and_its_owner_is_stale()
    {
        await RaiseAsync("m1", "a");
        var stale = await ClaimOneAsync();
        Pass(Lease);
        var current = await ClaimOneAsync(OtherHost);

        Assert.Equal(CommitOutcome.Stale, (await CloseAsync(stale, 1)).Outcome);
        Assert.Equal(CommitOutcome.Committed, (await CommitAsync(Close(current, 1) with { Owner = OtherHost })).Outcome);
    }

    [Fact]
    public async Task A_closed_send_may_raise_events()
    {
        var send = await SendAsync(Sample.Message());

        await CommitAsync(Sample.Close(send, SendOutcome.Sent, "ref") with { Events = [Fact("message.sent")] });

        Assert.Equal(["message.sent"], Kinds(await ClaimOneAsync()));
    }

    [Fact]
    public async Task A_repeated_event_is_delivered_once()
    {
        var same = Fact("a");
        var first = await LeaseAsync("m1");
        await CommitAsync(Sample.Turn(first) with { Events = [same] });
        var second = await LeaseAsync("m2");
        await CommitAsync(Sample.Turn(second) with { Events = [same] });

        Assert.Single((await ClaimOneAsync()).Events);
    }

    [Fact]
    public async Task The_sweep_tells_when_events_are_due()
    {
        await RaiseAsync("m1", "a");
        var due = await SweepAsync();
        await CommitAsync(Close(await ClaimOneAsync(), 0) with { RetryAt = Now + TimeSpan.FromSeconds(7) });
        var resting = await SweepAsync();

        Assert.True(due.Due);
        Assert.Equal((false, Now + TimeSpan.FromSeconds(7)), (resting.Due, resting.NextDue));
    }

    private static DomainEventRow Fact(string kind) => new(Guid.NewGuid(), kind, Sample.Bytes($"payload of {kind}"), Deliver: true);

    private static string[] Kinds(EventWork work) => [.. work.Events.Select(item => item.Kind)];

    private static EventCommit Close(EventWork work, long through) =>
        new() { Lane = work.Lane, Owner = Host, Fence = work.Fence, Through = through };

    private Task<CommitResult> CloseAsync(EventWork work, long through) => CommitAsync(Close(work, through));

    private async Task RaiseAsync(string key, params string[] kinds)
    {
        var work = await LeaseAsync(key);
        await CommitAsync(Sample.Turn(work) with { Events = [.. kinds.Select(Fact)] });
    }

    private async Task<ClaimResult> ClaimEventsAsync(string owner = Host) =>
        await Lanes.ClaimAsync(ClaimFor(owner, 0, 0) with { MaxEventLanes = 10 }, Token);

    private async Task<EventWork> ClaimOneAsync(string owner = Host) => Assert.Single((await ClaimEventsAsync(owner)).Events);
}
