using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Testing.Lanes;

public abstract class MergeTests(Func<StorageHarness> open) : StorageTests(open)
{
    [Fact]
    public async Task Somebody_known_by_phone_alone_is_merged_into_the_user_id_that_comes_with_the_phone()
    {
        var (ada, byPhone) = await TwoLanesAsync();

        var result = await AppendAsync(Both("m3"), Host);

        Assert.Equal(ada, result.Lane!.Value.Customer);
        Assert.Equal([StorageRules.MergeEventKey(byPhone), "m3"], result.Work!.Events.Select(item => item.EventKey));
        Assert.Equal((StorageRules.MergeKind, byPhone), (result.Work.Events[0].Kind, StorageRules.MergedCustomer(result.Work.Events[0].EventKey)));
        Assert.Equal(["u1"], result.Work.Aliases.Select(alias => alias.Hash));
    }

    [Fact]
    public async Task The_merge_is_asked_for_once()
    {
        await TwoLanesAsync();
        await AppendAsync(Both("m3"));

        var work = (await AppendAsync(Both("m4"), Host)).Work!;

        Assert.Equal(["merge", "whatsapp.message", "whatsapp.message"], work.Events.Select(item => item.Kind));
    }

    [Fact]
    public async Task Two_user_ids_are_merged_only_when_the_platform_says_they_are_one()
    {
        await AppendAsync(Sample.Event(Store, "m1", Now, Sample.UserId("u1")));
        await AppendAsync(Sample.Event(Store, "m2", Now, Sample.UserId("u2"), Sample.Phone("p1")));

        var recycled = await AppendAsync(Sample.Event(Store, "m3", Now, Sample.UserId("u1"), Sample.Phone("p1")));
        var same = await AppendAsync(Sample.Event(Store, "m4", Now, Sample.UserId("u1"), Sample.UserId("u2")) with { SamePerson = true });

        Assert.Equal((2, 4), (recycled.Seq, same.Seq));
    }

    [Fact]
    public async Task An_absorbed_lane_gives_its_waiting_events_timers_and_aliases()
    {
        var (ada, byPhone) = await TwoLanesAsync();
        var other = await SetTimersAsync(byPhone);
        await AppendAsync(Sample.Event(Store, "waiting", Now, Sample.Phone("p1")) with { OpensWindow = true });
        var work = (await AppendAsync(Both("m3"), Host)).Work!;
        var held = Assert.Single((await ClaimWantedAsync(other)).Lanes);

        var result = await CommitAsync(Sample.Turn(work) with
        {
            HandledThrough = work.Events[0].Seq,
            Absorb = new AbsorbedLane(held.Lane, held.Fence),
            Timers = [new("reminder", Now + TimeSpan.FromHours(1), Sample.Bytes("mine"))],
        });

        Assert.Equal(CommitOutcome.Committed, result.Outcome);
        Assert.Equal(["m3", "waiting"], result.Work!.Events.Select(item => item.EventKey));
        Assert.Equal(["u1", "p1"], result.Work.Aliases.Select(alias => alias.Hash));
        Assert.Equal(Now, result.Work.LastInboundAt);
        Assert.Equal(ada, (await AppendAsync(Sample.Event(Store, "m5", Now, Sample.Phone("p1")))).Lane!.Value.Customer);
        Pass(TimeSpan.FromHours(2));
        await SweepAsync();
        var timers = (await AppendAsync(Both("m6"))).Seq;
        Assert.Equal(result.Work.Events[^1].Seq + 4, timers);
    }

    [Fact]
    public async Task Events_for_the_absorbed_customer_go_to_the_other_from_then_on()
    {
        var (ada, byPhone) = await MergedAsync();

        var result = await AppendAsync(Event("order") with { Customer = byPhone, Aliases = [] });

        Assert.Equal(ada, result.Lane!.Value.Customer);
    }

    [Fact]
    public async Task Messages_of_the_absorbed_lane_are_still_sent_to_the_person()
    {
        var (_, byPhone) = await TwoLanesAsync();
        var other = (await AppendAsync(Event("m0") with { Customer = byPhone, Aliases = [] }, Host)).Work!;
        await CommitAsync(Sample.Turn(other) with { Outbox = [Sample.Message("from before")] });
        await MergeAsync(byPhone);

        var send = Assert.Single((await ClaimAsync()).Sends);

        Assert.Equal(["u1", "p1"], send.Aliases.Select(alias => alias.Hash));
        Assert.Equal(CommitOutcome.Committed, (await CommitAsync(Sample.Close(send, SendOutcome.Sent, "ref"))).Outcome);
    }

    [Fact]
    public async Task A_turn_that_absorbs_under_an_old_fence_is_stale_and_changes_nothing()
    {
        var (_, byPhone) = await TwoLanesAsync();
        var work = (await AppendAsync(Both("m3"), Host)).Work!;
        var other = new LaneKey(Store, Sample.Channel, byPhone);
        var held = Assert.Single((await ClaimWantedAsync(other)).Lanes);

        var stale = await CommitAsync(Sample.Turn(work) with { Absorb = new AbsorbedLane(other, held.Fence - 1) });
        var good = await CommitAsync(Sample.Turn(work) with { Absorb = new AbsorbedLane(other, held.Fence) });

        Assert.Equal((CommitOutcome.Stale, CommitOutcome.Committed), (stale.Outcome, good.Outcome));
    }

    [Fact]
    public async Task A_turn_of_the_absorbed_lane_is_stale()
    {
        var (_, byPhone) = await TwoLanesAsync();
        var work = (await AppendAsync(Both("m3"), Host)).Work!;
        var held = Assert.Single((await ClaimWantedAsync(new LaneKey(Store, Sample.Channel, byPhone))).Lanes);
        await CommitAsync(Sample.Turn(work) with { Absorb = new AbsorbedLane(held.Lane, held.Fence) });

        var late = await CommitAsync(new TurnCommit { Lane = held.Lane, Fence = held.Fence, StateVersion = held.StateVersion, State = Sample.Bytes("late"), HandledThrough = 0 });

        Assert.Equal(CommitOutcome.Stale, late.Outcome);
    }

    private EventAppend Both(string key) => Sample.Event(Store, key, Now, Sample.UserId("u1"), Sample.Phone("p1"));

    private async Task<(CustomerId ByUserId, CustomerId ByPhone)> TwoLanesAsync()
    {
        var byUserId = await AppendAsync(Sample.Event(Store, "m1", Now, Sample.UserId("u1")), Host);
        await CommitAsync(Sample.Turn(byUserId.Work!));
        var byPhone = await AppendAsync(Sample.Event(Store, "m2", Now, Sample.Phone("p1")), Host);
        await CommitAsync(Sample.Turn(byPhone.Work!));
        return (byUserId.Lane!.Value.Customer, byPhone.Lane!.Value.Customer);
    }

    private async Task<(CustomerId ByUserId, CustomerId ByPhone)> MergedAsync()
    {
        var people = await TwoLanesAsync();
        await MergeAsync(people.ByPhone);
        return people;
    }

    private async Task MergeAsync(CustomerId byPhone)
    {
        var work = (await AppendAsync(Both("both"), Host)).Work!;
        var held = Assert.Single((await ClaimWantedAsync(new LaneKey(Store, Sample.Channel, byPhone))).Lanes);
        var result = await CommitAsync(Sample.Turn(work) with { Absorb = new AbsorbedLane(held.Lane, held.Fence) });
        Assert.Equal(CommitOutcome.Committed, result.Outcome);
    }

    private async Task<LaneKey> SetTimersAsync(CustomerId customer)
    {
        var work = (await AppendAsync(Event("m0") with { Customer = customer, Aliases = [] }, Host)).Work!;
        await CommitAsync(Sample.Turn(work) with
        {
            Timers = [new("reminder", Now + TimeSpan.FromMinutes(1), Sample.Bytes("theirs")), new("expiry", Now + TimeSpan.FromMinutes(1), Sample.Bytes("theirs"))],
        });
        return work.Lane;
    }

    private async Task<ClaimResult> ClaimWantedAsync(LaneKey lane) => await Lanes.ClaimAsync(ClaimFor(Host, 0, 0) with { Wanted = [lane] }, Token);
}
