using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Testing.Lanes;

public abstract class RenewTests(Func<StorageHarness> open) : StorageTests(open)
{
    [Fact]
    public async Task A_renewed_lease_lasts_until_its_new_end()
    {
        var work = await LeaseAsync();
        Pass(TimeSpan.FromSeconds(8));

        var renewed = await Lanes.RenewAsync([new RenewItem(work.Lane, work.Fence, Now + Lease)], Token);
        Pass(TimeSpan.FromSeconds(8));

        Assert.Equal([true], renewed);
        Assert.Empty((await ClaimAsync(OtherHost)).Lanes);
    }

    [Fact]
    public async Task A_lost_lease_cannot_be_renewed_and_hurts_no_neighbour()
    {
        var lost = await LeaseAsync();
        Pass(Lease);
        await ClaimAsync(OtherHost);
        var held = await LeaseAsync("g1", "grace");

        var renewed = await Lanes.RenewAsync(
            [new RenewItem(lost.Lane, lost.Fence, Now + Lease), new RenewItem(held.Lane, held.Fence, Now + Lease)], Token);

        Assert.Equal([false, true], renewed);
    }

    [Fact]
    public async Task A_lease_given_back_cannot_be_renewed()
    {
        var work = await LeaseAsync();
        await CommitAsync(Sample.Turn(work));

        Assert.Equal([false], await Lanes.RenewAsync([new RenewItem(work.Lane, work.Fence, Now + Lease)], Token));
    }

    [Fact]
    public async Task A_lease_that_ended_but_nobody_took_can_be_renewed()
    {
        var work = await LeaseAsync();
        Pass(Lease * 2);

        Assert.Equal([true], await Lanes.RenewAsync([new RenewItem(work.Lane, work.Fence, Now + Lease)], Token));
        Assert.Empty((await ClaimAsync(OtherHost)).Lanes);
    }
}
