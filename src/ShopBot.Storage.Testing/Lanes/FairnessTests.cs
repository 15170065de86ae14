using System.Collections.Frozen;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Storage.Testing.Lanes;

public abstract class FairnessTests(Func<StorageHarness> open) : StorageTests(open)
{
    private readonly StoreId _noisy = StoreId.New(Start);
    private readonly StoreId _quiet = StoreId.New(Start);

    [Fact]
    public async Task A_store_gets_at_most_its_share_of_a_claim()
    {
        await FillAsync(_noisy, 10);
        await FillAsync(_quiet, 1);

        var claimed = await Lanes.ClaimAsync(ClaimFor(Host, maxLanes: 5) with { MaxPerStore = 3 }, Token);

        Assert.Equal((3, 1), Count(claimed));
    }

    [Fact]
    public async Task Stores_take_turns_from_claim_to_claim()
    {
        await FillAsync(_noisy, 10);
        await FillAsync(_quiet, 10);
        var other = StoreId.New(Start);
        await FillAsync(other, 10);

        var served = new List<StoreId>();
        for (var i = 0; i < 6; i++)
            served.Add(Assert.Single((await Lanes.ClaimAsync(ClaimFor(Host, maxLanes: 1) with { MaxPerStore = 1 }, Token)).Lanes).Lane.Store);

        Assert.All(served.GroupBy(store => store), store => Assert.Equal(2, store.Count()));
        Assert.Equal(3, served.Distinct().Count());
    }

    [Fact]
    public async Task Nothing_is_claimed_of_excepted_stores()
    {
        await FillAsync(_noisy, 2);
        await FillAsync(_quiet, 1);

        var claimed = await Lanes.ClaimAsync(ClaimFor(Host) with { Except = new[] { _noisy }.ToFrozenSet() }, Token);

        Assert.Equal((0, 1), Count(claimed));
    }

    [Fact]
    public async Task An_append_claims_within_the_shares_too()
    {
        var claim = ClaimFor(Host) with { MaxPerStore = 1, Except = new[] { _quiet }.ToFrozenSet() };

        var results = await Lanes.AppendAsync(
            [Sample.Event(_noisy, "a", Now, Sample.UserId("a")), Sample.Event(_noisy, "b", Now, Sample.UserId("b")), Sample.Event(_quiet, "c", Now, Sample.UserId("c"))],
            claim, Now, Token);

        Assert.Equal([true, false, false], results.Select(result => result.Work is not null));
    }

    [Fact]
    public async Task The_longest_waiting_lane_of_a_store_is_first()
    {
        await AppendAsync(Event("m1", "ada"));
        Pass(TimeSpan.FromSeconds(1));
        await AppendAsync(Event("m2", "bob"));

        var claimed = await ClaimAsync(maxLanes: 1);

        Assert.Equal("m1", Assert.Single(claimed.Lanes).Events[0].EventKey);
    }

    [Fact]
    public async Task Sends_are_shared_out_too()
    {
        foreach (var key in new[] { "a", "b", "c" })
        {
            var work = await LeaseAsync(key, key);
            await CommitAsync(Sample.Turn(work) with { Outbox = [Sample.Message()] });
        }

        var claimed = await Lanes.ClaimAsync(ClaimFor(Host) with { MaxPerStore = 2 }, Token);

        Assert.Equal(2, claimed.Sends.Count);
    }

    [Fact]
    public async Task A_wanted_lane_is_leased_though_nothing_waits_in_it()
    {
        var work = await LeaseAsync();
        await CommitAsync(Sample.Turn(work, "kept"));

        var wanted = Assert.Single((await Lanes.ClaimAsync(ClaimFor(Host, 0, 0) with { Wanted = [work.Lane] }, Token)).Lanes);
        var held = await Lanes.ClaimAsync(ClaimFor(OtherHost, 0, 0) with { Wanted = [work.Lane] }, Token);

        Assert.Equal((work.Fence + 1, "kept"), (wanted.Fence, Sample.Text(wanted.State)));
        Assert.Empty(wanted.Events);
        Assert.Empty(held.Lanes);
    }

    [Fact]
    public async Task A_lease_may_be_given_back()
    {
        var work = await LeaseAsync();

        var given = await Lanes.RenewAsync([new RenewItem(work.Lane, work.Fence, DateTimeOffset.MinValue)], Token);

        Assert.Equal([true], given);
        Assert.Equal(CommitOutcome.Stale, (await CommitAsync(Sample.Turn(work))).Outcome);
        Assert.Equal(work.Fence + 1, Assert.Single((await ClaimAsync(OtherHost)).Lanes).Fence);
    }

    [Fact]
    public async Task The_sweep_tells_since_when_the_oldest_lane_waits()
    {
        await AppendAsync(Event("m1", "ada"));
        var since = Now;
        Pass(TimeSpan.FromSeconds(3));
        await AppendAsync(Event("m2", "bob"));

        Assert.Equal(since, (await SweepAsync()).OldestWaiting);
        await ClaimAsync();
        Assert.Null((await SweepAsync()).OldestWaiting);
    }

    private (int Noisy, int Quiet) Count(ClaimResult claimed) =>
        (claimed.Lanes.Count(lane => lane.Lane.Store == _noisy), claimed.Lanes.Count(lane => lane.Lane.Store == _quiet));

    private async Task FillAsync(StoreId store, int lanes) => await AppendAllAsync(
        [.. Enumerable.Range(0, lanes).Select(i => Sample.Event(store, $"m{i}", Now, Sample.UserId($"u{i}")))]);
}
