using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Testing.Lanes;

public abstract class ClaimTests(Func<StorageHarness> open) : StorageTests(open)
{
    [Fact]
    public async Task Append_with_a_claim_leases_an_idle_lane_with_all_that_waits()
    {
        await AppendAsync(Event("m1"));

        var results = await AppendAllAsync([Event("m2"), Event("m3")], Host);

        var work = results[0].Work!;
        Assert.Null(results[1].Work);
        Assert.Equal(["m1", "m2", "m3"], work.Events.Select(item => item.EventKey));
        Assert.Equal((1, 0), (work.Fence, work.StateVersion));
        Assert.Equal(Now + Lease, work.LeaseUntil);
        Assert.True(work.State.IsEmpty);
        Assert.Equal(["ada"], work.Aliases.Select(alias => alias.Hash));
    }

    [Fact]
    public async Task Append_with_a_claim_leases_each_lane_of_the_group_up_to_the_limit()
    {
        var results = await Lanes.AppendAsync(
            [Event("a1"), Event("b1", "b"), Event("c1", "c")], ClaimFor(Host, maxLanes: 2), Now, Token);

        Assert.Equal([true, true, false], results.Select(result => result.Work is not null));
        Assert.Equal("c1", Assert.Single((await ClaimAsync()).Lanes).Events[0].EventKey);
    }

    [Fact]
    public async Task Append_to_a_leased_lane_does_not_steal_it()
    {
        await LeaseAsync("m1");

        Assert.Null((await AppendAsync(Event("m2"), OtherHost)).Work);
    }

    [Fact]
    public async Task A_lease_that_ended_may_be_taken_under_a_higher_fence()
    {
        var first = await LeaseAsync("m1");
        Pass(Lease);

        var second = (await AppendAsync(Event("m2"), OtherHost)).Work!;

        Assert.Equal(first.Fence + 1, second.Fence);
        Assert.Equal(["m1", "m2"], second.Events.Select(item => item.EventKey));
    }

    [Fact]
    public async Task A_lease_that_lives_is_not_claimed()
    {
        await LeaseAsync();
        Pass(Lease - TimeSpan.FromMilliseconds(1));

        Assert.Empty((await ClaimAsync(OtherHost)).Lanes);
    }

    [Fact]
    public async Task A_lease_that_ended_is_claimed()
    {
        await LeaseAsync();
        Pass(Lease);

        var work = Assert.Single((await ClaimAsync(OtherHost)).Lanes);
        Assert.Equal(2, work.Fence);
    }

    [Fact]
    public async Task Claim_takes_the_oldest_ready_lanes_first_up_to_the_limit()
    {
        foreach (var person in new[] { "c", "a", "b" })
        {
            await AppendAsync(Event($"{person}1", person));
            Pass(TimeSpan.FromSeconds(1));
        }

        await AppendAsync(Event("c2", "c"));

        var first = await ClaimAsync(maxLanes: 2);
        var second = await ClaimAsync(maxLanes: 2);

        Assert.Equal(["c1", "a1"], first.Lanes.Select(work => work.Events[0].EventKey));
        Assert.Equal(["b1"], second.Lanes.Select(work => work.Events[0].EventKey));
    }

    [Fact]
    public async Task Claim_brings_at_most_32_events_in_order()
    {
        var keys = Enumerable.Range(1, 40).Select(i => $"m{i}").ToList();
        await AppendAllAsync([.. keys.Select(key => Event(key))]);

        var work = Assert.Single((await ClaimAsync()).Lanes);
        var next = (await CommitAsync(Sample.Turn(work))).Work!;

        Assert.Equal(keys.Take(32), work.Events.Select(item => item.EventKey));
        Assert.Equal(keys.Skip(32), next.Events.Select(item => item.EventKey));
    }

    [Fact]
    public async Task Claim_with_nothing_waiting_brings_nothing()
    {
        var claimed = await ClaimAsync();

        Assert.Empty(claimed.Lanes);
        Assert.Empty(claimed.Sends);
    }

    [Fact]
    public async Task Claim_takes_one_send_per_lane_the_one_due_first_first_up_to_the_limit()
    {
        foreach (var person in new[] { "c", "a", "b" })
        {
            var work = await LeaseAsync($"{person}1", person);
            await CommitAsync(Sample.Turn(work) with { Outbox = [Sample.Message($"{person} first"), Sample.Message($"{person} second")] });
            Pass(TimeSpan.FromSeconds(1));
        }

        var first = await ClaimAsync(maxSends: 2);
        var second = await ClaimAsync(maxSends: 2);

        Assert.Equal(["c first", "a first"], first.Sends.Select(send => Sample.Text(send.Payload)));
        Assert.Equal(["b first"], second.Sends.Select(send => Sample.Text(send.Payload)));
        Assert.Empty((await ClaimAsync()).Sends);
    }

    [Fact]
    public async Task A_hundred_lanes_claimed_by_ten_hosts_at_once_are_each_claimed_once()
    {
        await AppendAllAsync([.. Enumerable.Range(0, 100).Select(i => Event($"m{i}", $"person-{i}"))]);

        var claims = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => ClaimAsync($"host-{i}", maxLanes: 30), Token)));

        var lanes = claims.SelectMany(claim => claim.Lanes).Select(work => work.Lane).ToList();
        Assert.Equal(100, lanes.Count);
        Assert.Equal(100, lanes.Distinct().Count());
    }
}
