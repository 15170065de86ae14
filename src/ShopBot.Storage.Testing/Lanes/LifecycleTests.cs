namespace ShopBot.Storage.Testing.Lanes;

public abstract class LifecycleTests(Func<StorageHarness> open) : StorageTests(open)
{
    [Fact]
    public async Task Preparing_again_changes_nothing_of_a_running_program()
    {
        var work = await LeaseAsync();
        var send = await SendAsyncFor("grace");

        await Storage.Lifecycle.InitializeAsync(Now, Token);

        Assert.Equal([true], await Lanes.RenewAsync([new(work.Lane, work.Fence, Now + Lease)], Token));
        Assert.Equal("Sending", (await OutboxAsync(send)).State);
    }

    [Fact]
    public async Task Ping_answers() => await Storage.Lifecycle.PingAsync(Token);

    private async Task<Guid> SendAsyncFor(string person)
    {
        var message = Sample.Message();
        await CommitAsync(Sample.Turn(await LeaseAsync("g1", person)) with { Outbox = [message], SendAs = Host });
        return message.Id;
    }
}
