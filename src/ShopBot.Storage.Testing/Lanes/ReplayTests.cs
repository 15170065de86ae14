using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Testing.Lanes;

public abstract class ReplayTests(Func<StorageHarness> open) : StorageTests(open)
{
    [Fact]
    public async Task A_dead_letter_goes_back_to_the_end_of_its_lane_with_its_attempts_counted_anew()
    {
        var parked = await ParkAsync("m1");
        await AppendAsync(Event("m2"));

        var result = await AppendAsync(Replay(parked), Host);

        Assert.Equal((AppendOutcome.Appended, 3L), (result.Outcome, result.Seq));
        Assert.Equal([("m2", 0), ("m1", 0)], result.Work!.Events.Select(item => (item.EventKey, item.Attempts)));
        Assert.Equal("payload of m1", Sample.Text(result.Work.Events[1].Payload));
        Assert.Empty(await Storage.Reader.ListParkedAsync(Store, null, 10, Token));
    }

    [Fact]
    public async Task What_was_replayed_stays_in_the_history_for_its_time()
    {
        var parked = await ParkAsync("m1");
        Pass(RetainFor * 2);
        var result = await AppendAsync(Replay(parked), Host);
        await CommitAsync(Sample.Turn(result.Work!));

        await SweepAsync();

        Assert.Equal("m1", Assert.IsType<InboundEntry>(Assert.Single(await Storage.Reader.ReadHistoryAsync(parked.Lane, null, 10, Token))).Event.EventKey);
    }

    [Fact]
    public async Task The_same_request_replays_once()
    {
        var parked = await ParkAsync("m1");
        await AppendAsync(Replay(parked));

        Assert.Equal(AppendOutcome.Duplicate, (await AppendAsync(Replay(parked))).Outcome);
        Assert.Equal(AppendOutcome.Refused, (await AppendAsync(Replay(parked) with { EventKey = "another" })).Outcome);
    }

    [Fact]
    public async Task What_is_not_parked_is_not_replayed()
    {
        var work = await LeaseAsync();

        Assert.Equal(AppendOutcome.Refused, (await AppendAsync(Replay((work.Lane, 1)))).Outcome);
        Assert.Equal(AppendOutcome.Refused, (await AppendAsync(Replay((work.Lane, 7)))).Outcome);
    }

    private ReplayAppend Replay((LaneKey Lane, long Seq) parked) =>
        new() { Store = Store, EventKey = "replay", OccurredAt = Now, Lane = parked.Lane, Seq = parked.Seq };

    private async Task<(LaneKey Lane, long Seq)> ParkAsync(string key)
    {
        var work = await LeaseAsync(key);
        await ParkAsync(Sample.Park(work));
        return (work.Lane, work.Events[0].Seq);
    }
}
