using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Testing.Lanes;

public abstract class ParkTests(Func<StorageHarness> open) : StorageTests(open)
{
    [Fact]
    public async Task Parked_for_a_while_the_attempt_counts_and_the_lane_rests()
    {
        var work = await LeaseAsync("m1");

        var result = await ParkAsync(Sample.Park(work, Now.AddSeconds(30)));
        var appended = await AppendAsync(Event("m2"), Host);
        Pass(TimeSpan.FromSeconds(29));
        var early = await ClaimAsync();
        Pass(TimeSpan.FromSeconds(1));
        var again = Assert.Single((await ClaimAsync()).Lanes);

        Assert.Equal(new CommitResult(CommitOutcome.Committed), result);
        Assert.Null(appended.Work);
        Assert.Empty(early.Lanes);
        Assert.Equal(["m1", "m2"], again.Events.Select(item => item.EventKey));
        Assert.Equal([1, 0], again.Events.Select(item => item.Attempts));
    }

    [Fact]
    public async Task Parked_for_good_the_event_is_a_dead_letter_and_the_lane_goes_on()
    {
        await AppendAllAsync([Event("m1"), Event("m2")]);
        var work = (await ClaimAsync()).Lanes[0];

        var result = await ParkAsync(Sample.Park(work));

        Assert.Equal(CommitOutcome.Committed, result.Outcome);
        Assert.Equal(work.Fence, result.Work!.Fence);
        Assert.Equal(work.StateVersion, result.Work.StateVersion);
        Assert.Equal(["m2"], result.Work.Events.Select(item => item.EventKey));
        Assert.Equal(CommitOutcome.Committed, (await CommitAsync(Sample.Turn(result.Work))).Outcome);
        Assert.Equal(
            new ParkedFacts("m1", "System.InvalidOperationException", 1), await Storage.FindParkedAsync(work.Lane, work.Events[0].Seq));
    }

    [Fact]
    public async Task Parked_for_good_as_the_last_event_the_lane_is_given_back()
    {
        var work = await LeaseAsync("m1");

        var result = await ParkAsync(Sample.Park(work));

        Assert.Null(result.Work);
        Assert.Equal(["m2"], (await LeaseAsync("m2")).Events.Select(item => item.EventKey));
    }

    [Fact]
    public async Task Park_keeps_the_state()
    {
        await CommitAsync(Sample.Turn(await LeaseAsync("m1"), "kept"));
        await ParkAsync(Sample.Park(await LeaseAsync("m2")));

        var work = await LeaseAsync("m3");

        Assert.Equal(("kept", 1), (Sample.Text(work.State), work.StateVersion));
    }

    [Fact]
    public async Task The_apology_is_written_and_sent_with_the_park()
    {
        var work = await LeaseAsync();

        var result = await ParkAsync(Sample.Park(work) with
        {
            Outbox = [Sample.Message("sorry")],
            Events = [new DomainEventRow(Guid.NewGuid(), "turn.parked", default)],
            SendAs = Host,
        });

        Assert.Equal("sorry", Sample.Text(result.Send!.Payload));
        Assert.Equal(1, await Storage.CountEventsAsync(Store, "turn.parked"));
    }

    [Fact]
    public async Task Park_under_an_old_fence_is_stale()
    {
        var work = await LeaseAsync();
        Pass(Lease);
        await ClaimAsync(OtherHost);
        var message = Sample.Message();

        var result = await ParkAsync(Sample.Park(work) with { Outbox = [message] });

        Assert.Equal(new CommitResult(CommitOutcome.Stale), result);
        Assert.Null(await Storage.FindOutboxAsync(Store, message.Id));
    }

    [Fact]
    public async Task Park_repeated_is_stale()
    {
        var work = await LeaseAsync();
        await ParkAsync(Sample.Park(work, Now.AddSeconds(1)));

        Assert.Equal(CommitOutcome.Stale, (await ParkAsync(Sample.Park(work, Now.AddSeconds(1)))).Outcome);
    }

    [Fact]
    public async Task Only_the_head_of_a_lane_can_be_parked()
    {
        await AppendAllAsync([Event("m1"), Event("m2")]);
        var work = (await ClaimAsync()).Lanes[0];

        var result = await ParkAsync(Sample.Park(work) with { Seq = 2 });

        Assert.Equal(CommitOutcome.Refused, result.Outcome);
    }

    [Fact]
    public async Task A_lane_parked_for_a_while_keeps_its_place_in_the_order_of_others()
    {
        await ParkAsync(Sample.Park(await LeaseAsync("a1"), Now.AddSeconds(5)));
        Pass(TimeSpan.FromSeconds(6));
        await AppendAsync(Event("b1", "bob"));

        var claimed = await ClaimAsync();

        Assert.Equal(["a1", "b1"], claimed.Lanes.Select(work => work.Events[0].EventKey));
    }
}
