using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Testing.Stores;

public abstract class TicketTests(Func<StorageHarness> open) : StorageTests(open)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task Take_GivesAValueOnce()
    {
        await PutAsync("a", "one");

        Assert.Equal("one", await TakeAsync("a"));
        Assert.Null(await TakeAsync("a"));
        Assert.Null(await TakeAsync("b"));
    }

    [Fact]
    public async Task Take_ByTwentyAtOnce_GivesItToOne()
    {
        await PutAsync("a", "one");

        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => TakeAsync("a"), Token)));

        Assert.Single(taken, value => value == "one");
        Assert.Equal(19, taken.Count(value => value is null));
    }

    [Fact]
    public async Task A_ticket_ends_in_time()
    {
        await PutAsync("a", "one");
        await PutAsync("b", "two");

        Pass(Life - TimeSpan.FromMilliseconds(1));
        Assert.Equal("one", await TakeAsync("a"));
        Pass(TimeSpan.FromMilliseconds(1));
        Assert.Null(await TakeAsync("b"));
    }

    [Fact]
    public async Task Put_UnderTheSameKey_Replaces()
    {
        await PutAsync("a", "one");
        Pass(TimeSpan.FromMinutes(5));
        await PutAsync("a", "two");
        Pass(TimeSpan.FromMinutes(6));
        await PutAsync("b", "x");

        Assert.Equal("two", await TakeAsync("a"));
    }

    [Fact]
    public async Task Beyond_the_limit_those_that_end_first_give_way()
    {
        for (var number = 0; number <= StorageRules.MaxTickets; number++)
        {
            await Storage.Tickets.PutAsync($"t{number}", default, Now + Life, Now, Token);
            Pass(TimeSpan.FromMilliseconds(1));
        }

        Assert.Null(await TakeAsync("t0"));
        Assert.NotNull(await TakeAsync("t1"));
        Assert.NotNull(await TakeAsync($"t{StorageRules.MaxTickets}"));
    }

    private async Task PutAsync(string key, string value) => await Storage.Tickets.PutAsync(key, Sample.Bytes(value), Now + Life, Now, Token);

    private async Task<string?> TakeAsync(string key) => await Storage.Tickets.TakeAsync(key, Now, Token) is { } value ? Sample.Text(value) : null;
}
