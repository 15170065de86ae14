using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Testing.Outbox;

public abstract class ReconcileTests(Func<StorageHarness> open) : StorageTests(open)
{
    [Fact]
    public async Task A_send_whose_owner_went_away_is_of_unknown_outcome_when_its_lease_ends()
    {
        var send = await SendAsync(Sample.Message("1"), Sample.Message("2"));
        Pass(Lease - TimeSpan.FromMilliseconds(1));
        var early = await SweepAsync();
        Pass(TimeSpan.FromMilliseconds(1));

        var swept = await SweepAsync();

        Assert.Equal((0, Now), (early.SendsOrphaned, early.NextDue));
        Assert.Equal((1, 0, Now + ReconcileAfter), (swept.SendsOrphaned, swept.SendsReleased, swept.NextDue));
        Assert.Equal("Unknown", (await OutboxAsync(send.OutboxId)).State);
        Assert.Empty((await ClaimAsync()).Sends);
    }

    [Fact]
    public async Task Conversation_of_unknown_outcome_is_sent_again_flagged_when_no_status_comes()
    {
        var send = await SendWithoutAnswerAsync(Sample.Message("1"), Sample.Message("2"));
        Pass(ReconcileAfter - TimeSpan.FromMilliseconds(1));
        var early = await SweepAsync();
        Pass(TimeSpan.FromMilliseconds(1));

        var swept = await SweepAsync();
        var again = Assert.Single((await ClaimAsync(OtherHost)).Sends);

        Assert.Equal((0, Now), (early.SendsReleased, early.NextDue));
        Assert.Equal((1, 0, true), (swept.SendsReleased, swept.SendsUncertain, swept.Due));
        Assert.Equal((send.OutboxId, 2, true), (again.OutboxId, again.Attempt, again.MaybeDuplicate));
    }

    [Fact]
    public async Task What_costs_money_stays_uncertain_and_holds_up_its_lane_no_longer()
    {
        var send = await SendWithoutAnswerAsync(Sample.Message("paid", SendClass.Paid), Sample.Message("next"));
        Pass(ReconcileAfter);

        var swept = await SweepAsync();

        Assert.Equal((0, 1, true), (swept.SendsReleased, swept.SendsUncertain, swept.Due));
        Assert.Equal("Uncertain", (await OutboxAsync(send.OutboxId)).State);
        Assert.Equal("next", Sample.Text(Assert.Single((await ClaimAsync()).Sends).Payload));
    }

    [Fact]
    public async Task The_flag_stays_when_the_second_copy_must_be_retried()
    {
        await SendWithoutAnswerAsync(Sample.Message());
        Pass(ReconcileAfter);
        await SweepAsync();
        var second = Assert.Single((await ClaimAsync()).Sends);

        var third = (await CommitAsync(Sample.Close(second, SendOutcome.Retry) with { RetryAt = Now })).Send!;

        Assert.Equal((3, true), (third.Attempt, third.MaybeDuplicate));
    }

    [Fact]
    public async Task A_sweep_with_nothing_to_do_says_so() =>
        Assert.Equal(new SweepResult(0, 0, 0, 0, 0, Due: false, NextDue: null), await SweepAsync());

    [Fact]
    public async Task A_sweep_tells_the_earliest_moment_at_which_something_is_due()
    {
        var ada = await LeaseAsync("a1");
        await CommitAsync(Sample.Turn(ada) with { Timers = [new TimerChange("nudge", Now.AddHours(1))] });
        var timer = (await SweepAsync()).NextDue;
        await ParkAsync(Sample.Park(await LeaseAsync("b1", "bob"), Now.AddMinutes(10)));
        var retry = (await SweepAsync()).NextDue;
        await LeaseAsync("c1", "cleo");
        var leaseEnd = (await SweepAsync()).NextDue;

        Assert.Equal([Now.AddHours(1), Now.AddMinutes(10), Now + Lease], [timer, retry, leaseEnd]);
    }
}
