using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Testing.Outbox;

public abstract class RetentionTests(Func<StorageHarness> open) : StorageTests(open)
{
    [Fact]
    public async Task Keys_are_remembered_for_the_retention_and_then_forgotten()
    {
        await AppendAsync(Sample.Note(Store, "n1", Now));
        Pass(RetainFor - TimeSpan.FromMilliseconds(1));
        await SweepAsync();
        var within = await AppendAsync(Sample.Note(Store, "n1", Now));
        Pass(TimeSpan.FromMilliseconds(1));
        var swept = await SweepAsync();
        var after = await AppendAsync(Sample.Note(Store, "n1", Now));

        Assert.Equal(AppendOutcome.Duplicate, within.Outcome);
        Assert.Equal(2, swept.RowsRemoved);
        Assert.Equal(AppendOutcome.Appended, after.Outcome);
    }

    [Fact]
    public async Task Closed_messages_are_removed_and_open_ones_stay()
    {
        var sent = await SendAsync(Sample.Message("sent"), Sample.Message("open"));
        var open = (await CommitAsync(Sample.Close(sent, SendOutcome.Sent, "r1"))).Send!;
        Pass(RetainFor);

        await SweepAsync();

        Assert.Null(await Storage.FindOutboxAsync(Store, sent.OutboxId));
        Assert.NotNull(await Storage.FindOutboxAsync(Store, open.OutboxId));
    }

    [Fact]
    public async Task Statuses_that_nobody_asked_for_are_removed()
    {
        var send = await SendAsync(Sample.Message());
        await AppendAsync(Sample.Status(Store, DeliveryStatus.Read, "r1"));
        Pass(RetainFor);
        await SweepAsync();

        await CommitAsync(Sample.Close(send, SendOutcome.Sent, "r1"));

        Assert.Equal(DeliveryStatus.None, (await OutboxAsync(send.OutboxId)).Delivery);
    }

    [Fact]
    public async Task Waiting_events_stay_however_old()
    {
        await AppendAsync(Event("m1"));
        Pass(RetainFor * 2);
        await SweepAsync();

        Assert.Equal(["m1"], Assert.Single((await ClaimAsync()).Lanes).Events.Select(item => item.EventKey));
    }

    [Fact]
    public async Task Dead_letters_and_states_stay()
    {
        var first = await LeaseAsync("m1");
        await ParkAsync(Sample.Park(first));
        await CommitAsync(Sample.Turn(await LeaseAsync("m2"), "kept"));
        Pass(RetainFor);
        await SweepAsync();

        Assert.NotNull(await Storage.FindParkedAsync(first.Lane, first.Events[0].Seq));
        var work = await LeaseAsync("m3");
        Assert.Equal(("kept", 3L), (Sample.Text(work.State), work.Events[0].Seq));
    }

    [Fact]
    public async Task A_sweep_removes_no_more_rows_of_a_sort_than_it_may()
    {
        await AppendAllAsync([.. Enumerable.Range(0, 5).Select(i => Sample.Note(Store, $"n{i}", Now))]);
        Pass(RetainFor);

        Assert.Equal(6, (await SweepAsync(maxItems: 3)).RowsRemoved);
        Assert.Equal(4, (await SweepAsync(maxItems: 3)).RowsRemoved);
    }
}
