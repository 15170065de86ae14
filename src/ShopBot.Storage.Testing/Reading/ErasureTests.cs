using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Storage.Testing.Reading;

public abstract class ErasureTests(Func<StorageHarness> open) : StorageTests(open)
{
    [Fact]
    public async Task A_customer_is_removed_with_everything_and_comes_back_as_somebody_new()
    {
        var work = await LeaseAsync("m1");
        var send = (await CommitAsync(Sample.Turn(work) with
        {
            Outbox = [Sample.Message(), Sample.Message()],
            SendAs = Host,
            Timers = [new("reminder", Now, Sample.Bytes("x"))],
            Events = [new(Guid.NewGuid(), "cart.updated", Sample.Bytes("x"), Deliver: true)],
        })).Send!;
        await AppendAsync(Event("m2"));

        Assert.True(await Storage.Erasure.EraseCustomerAsync(Store, work.Lane.Customer, Token));

        Assert.Null(await Storage.Reader.FindLaneAsync(work.Lane, Token));
        Assert.Null(await Storage.FindOutboxAsync(Store, send.OutboxId));
        Assert.Equal(0, await Storage.CountEventsAsync(Store, "cart.updated"));
        var swept = await SweepAsync();
        Assert.Equal((0, false), (swept.TimersFired, swept.Due));
        Assert.Equal(AppendOutcome.Duplicate, (await AppendAsync(Event("m1"))).Outcome);
        Assert.NotEqual(work.Lane.Customer, (await AppendAsync(Event("m3"))).Lane!.Value.Customer);
        Assert.False(await Storage.Erasure.EraseCustomerAsync(Store, work.Lane.Customer, Token));
    }

    [Fact]
    public async Task A_turn_and_a_send_that_run_meanwhile_are_stale()
    {
        var send = await SendAsync(Sample.Message());
        var work = await LeaseAsync("m2");
        await Storage.Erasure.EraseCustomerAsync(Store, work.Lane.Customer, Token);

        Assert.Equal(CommitOutcome.Stale, (await CommitAsync(Sample.Turn(work))).Outcome);
        Assert.Equal(CommitOutcome.Stale, (await CommitAsync(Sample.Close(send, SendOutcome.Sent, "ref"))).Outcome);
    }

    [Fact]
    public async Task Others_stay()
    {
        var ada = await LeaseAsync("m1", "ada");
        var bob = await LeaseAsync("m2", "bob");

        await Storage.Erasure.EraseCustomerAsync(Store, ada.Lane.Customer, Token);

        Assert.Equal(CommitOutcome.Committed, (await CommitAsync(Sample.Turn(bob))).Outcome);
    }

    [Fact]
    public async Task A_store_is_removed_with_everything_and_another_one_stays()
    {
        var other = StoreId.New(Now);
        await Storage.Stores.SaveAsync(Sample.StoreRecord(Store), Token);
        await Storage.Stores.SaveAsync(Sample.StoreRecord(other, "other.myshopify.com"), Token);
        await Storage.Credentials.SaveAsync(new CredentialRecord { Store = Store, Name = "shopify", Value = Sample.Bytes("secret") }, Token);
        await LeaseAsync("m1");
        var theirs = (await AppendAsync(Sample.Event(other, "m1", Now, Sample.UserId("ada")), Host)).Work!;

        Assert.True(await Storage.Erasure.EraseStoreAsync(Store, Token));

        Assert.Null(await Storage.Stores.FindAsync(Store, Token));
        Assert.Null(await Storage.Credentials.FindAsync(Store, "shopify", Token));
        Assert.Empty(await Storage.Reader.ListLanesAsync(Store, new LaneFilter(), null, 10, Token));
        Assert.NotNull(await Storage.Stores.FindAsync(other, Token));
        Assert.Equal(CommitOutcome.Committed, (await CommitAsync(Sample.Turn(theirs))).Outcome);
        Assert.False(await Storage.Erasure.EraseStoreAsync(Store, Token));
    }
}
