using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Testing.Lanes;

public abstract class StepTests(Func<StorageHarness> open) : StorageTests(open)
{
    [Fact]
    public async Task A_kept_step_comes_with_the_next_lease_of_the_same_event()
    {
        var work = await LeaseAsync();
        await KeepAsync(work, "cart", "gid 1");
        Pass(Lease);

        var again = Assert.Single((await ClaimAsync(OtherHost)).Lanes);

        Assert.Empty(work.Steps);
        Assert.Equal([("cart", "gid 1")], again.Steps.Select(step => (step.Step, Sample.Text(step.Result))));
    }

    [Fact]
    public async Task The_first_result_of_a_step_stays()
    {
        var work = await LeaseAsync();
        await KeepAsync(work, "cart", "gid 1");
        var second = await KeepAsync(work, "cart", "gid 2");
        Pass(Lease);

        var again = Assert.Single((await ClaimAsync(OtherHost)).Lanes);

        Assert.Equal(CommitOutcome.Committed, second.Outcome);
        Assert.Equal("gid 1", Sample.Text(Assert.Single(again.Steps).Result));
    }

    [Fact]
    public async Task Steps_survive_a_retry_and_go_with_their_event()
    {
        var work = await LeaseAsync();
        await KeepAsync(work, "cart", "gid 1");
        await ParkAsync(Sample.Park(work, retryAt: Now));
        var retried = Assert.Single((await ClaimAsync()).Lanes);
        await CommitAsync(Sample.Turn(retried));

        var next = await LeaseAsync("m2");

        Assert.Single(retried.Steps);
        Assert.Empty(next.Steps);
    }

    [Fact]
    public async Task A_dead_letter_takes_its_steps_with_it()
    {
        var work = await LeaseAsync();
        await AppendAsync(Event("m2"));
        await KeepAsync(work, "cart", "gid 1");

        var next = (await ParkAsync(Sample.Park(work))).Work!;

        Assert.Empty(next.Steps);
    }

    [Fact]
    public async Task A_stale_lease_keeps_nothing()
    {
        var stale = await LeaseAsync();
        Pass(Lease);
        var current = Assert.Single((await ClaimAsync(OtherHost)).Lanes);

        var result = await KeepAsync(stale, "cart", "gid 1");
        await KeepAsync(current, "cart", "gid 2");
        Pass(Lease);

        Assert.Equal(CommitOutcome.Stale, result.Outcome);
        Assert.Equal("gid 2", Sample.Text(Assert.Single(Assert.Single((await ClaimAsync()).Lanes).Steps).Result));
    }

    [Fact]
    public async Task A_step_of_an_event_that_is_not_at_the_head_is_stale()
    {
        var work = await LeaseAsync();

        var result = await CommitAsync(new StepCommit { Lane = work.Lane, Fence = work.Fence, Seq = 2, Step = "cart", Result = Sample.Bytes("x") });

        Assert.Equal(CommitOutcome.Stale, result.Outcome);
    }

    private Task<CommitResult> KeepAsync(LaneWork work, string step, string result) => CommitAsync(
        new StepCommit { Lane = work.Lane, Fence = work.Fence, Seq = work.Events[0].Seq, Step = step, Result = Sample.Bytes(result) });
}
