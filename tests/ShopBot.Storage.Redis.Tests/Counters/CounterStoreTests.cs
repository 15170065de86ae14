using Microsoft.Extensions.Time.Testing;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Storage.InMemory;
using ShopBot.Storage.Redis.Tests.Support;

namespace ShopBot.Storage.Redis.Tests.Counters;

public sealed class InMemoryCounterTests : CounterStoreTests
{
    private readonly FakeTimeProvider _time = new();

    protected override ICounterStore NewStore() => new InMemoryCounterStore(_time);

    protected override Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);
        return Task.CompletedTask;
    }
}

public sealed class RedisCounterTests(RedisFixture redis) : CounterStoreTests, IAsyncDisposable
{
    private readonly List<CacheHost> _hosts = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
    }

    [Fact]
    public async Task Many_hosts_together_get_no_more_than_one_would()
    {
        var stores = Enumerable.Range(0, 4).Select(_ => NewStore()).ToList();
        var demand = new CounterDemand("number", CounterLimit.Window(40, TimeSpan.FromMinutes(5)));

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => stores[i % 4].TakeAsync("n", [demand], Token).AsTask(), Token)));

        Assert.Equal(40, answers.Count(answer => answer.IsTaken));
    }

    protected override ICounterStore NewStore()
    {
        RedisFixture.Require();
        _hosts.Add(CacheHost.Start(redis.ConnectionString, _hosts.FirstOrDefault()));
        return _hosts[^1].Counters;
    }

    protected override Task PassAsync(TimeSpan time) => Task.Delay(time + TimeSpan.FromMilliseconds(20), Token);
}

/// <summary>What every counter store keeps to.</summary>
public abstract class CounterStoreTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(400);

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract ICounterStore NewStore();

    protected abstract Task PassAsync(TimeSpan time);

    [Fact]
    public async Task A_window_holds_its_count_and_no_more_until_the_oldest_leaves()
    {
        var store = NewStore();
        var demand = new CounterDemand("w", CounterLimit.Window(3, Short));
        for (var i = 0; i < 3; i++)
            Assert.True((await store.TakeAsync("g", [demand], Token)).IsTaken);

        var refused = await store.TakeAsync("g", [demand], Token);
        Assert.False(refused.IsTaken);
        Assert.InRange(refused.RetryAfter, TimeSpan.FromTicks(1), Short);
        await PassAsync(refused.RetryAfter);

        Assert.True((await store.TakeAsync("g", [demand], Token)).IsTaken);
    }

    [Fact]
    public async Task A_bucket_gives_its_size_at_once_and_then_what_flows_back()
    {
        var store = NewStore();
        var demand = new CounterDemand("b", CounterLimit.Bucket(5, 5));
        for (var i = 0; i < 5; i++)
            Assert.True((await store.TakeAsync("g", [demand], Token)).IsTaken);

        var refused = await store.TakeAsync("g", [demand], Token);
        Assert.InRange(refused.RetryAfter, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(200));
        await PassAsync(refused.RetryAfter);

        Assert.True((await store.TakeAsync("g", [demand], Token)).IsTaken);
    }

    [Fact]
    public async Task A_refusal_by_one_takes_nothing_from_the_other()
    {
        var store = NewStore();
        var full = new CounterDemand("full", CounterLimit.Window(1, TimeSpan.FromMinutes(1)));
        var other = new CounterDemand("other", CounterLimit.Window(2, TimeSpan.FromMinutes(1)));
        await store.TakeAsync("g", [full], Token);

        Assert.Equal(1, (await store.TakeAsync("g", [other, full], Token)).RefusedBy);

        Assert.True((await store.TakeAsync("g", [other with { Amount = 2 }], Token)).IsTaken);
    }

    [Fact]
    public async Task A_pause_refuses_and_is_not_shortened_by_a_later_one()
    {
        var store = NewStore();
        var demand = new CounterDemand("p", CounterLimit.Bucket(100, 100));
        await store.PauseAsync("g", "p", TimeSpan.FromMinutes(1), Token);
        await store.PauseAsync("g", "p", TimeSpan.FromSeconds(1), Token);

        var refused = await store.TakeAsync("g", [demand], Token);

        Assert.InRange(refused.RetryAfter, TimeSpan.FromSeconds(50), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task What_is_counted_without_asking_stops_at_its_share()
    {
        var store = NewStore();
        var window = CounterLimit.Window(4, TimeSpan.FromMinutes(1));
        await store.CountAsync("g", "w", window, 10, most: 3, Token);
        await store.CountAsync("g", "w", window, 10, most: 3, Token);

        Assert.True((await store.TakeAsync("g", [new("w", window)], Token)).IsTaken);
        Assert.False((await store.TakeAsync("g", [new("w", window)], Token)).IsTaken);
    }

    [Fact]
    public async Task A_settled_bucket_has_back_what_was_not_spent_and_believes_its_owner()
    {
        var store = NewStore();
        var demand = new CounterDemand("c", CounterLimit.Bucket(1000, 0.001), 300) { WillSettle = true };
        Assert.True((await store.TakeAsync("g", [demand], Token)).IsTaken);
        await store.SettleAsync("g", new CounterSettlement("c", 300, 10) { Report = new CounterReport(2000, 0.001, 1990) }, Token);

        Assert.True((await store.TakeAsync("g", [demand with { Amount = 1900 }], Token)).IsTaken);
        Assert.False((await store.TakeAsync("g", [demand with { Amount = 200 }], Token)).IsTaken);

        // Somebody else spends too: what the owner says is left counts.
        await store.SettleAsync("g", new CounterSettlement("c", 1900, 0) { Report = new CounterReport(2000, 0.001, 50) }, Token);
        Assert.False((await store.TakeAsync("g", [demand with { Amount = 60 }], Token)).IsTaken);
        Assert.True((await store.TakeAsync("g", [demand with { Amount = 40 }], Token)).IsTaken);
    }

    [Fact]
    public async Task A_report_that_comes_late_gives_nothing_back_that_others_have_spent_since()
    {
        var store = NewStore();
        var demand = new CounterDemand("c", CounterLimit.Bucket(1000, 0.001), 300) { WillSettle = true };
        var early = await store.TakeAsync("g", [demand], Token);
        await store.SettleAsync("g", new CounterSettlement("c", 300, 300) { Mark = early.Mark, Report = new CounterReport(1000, 0.001, 700) }, Token);
        var slow = await store.TakeAsync("g", [demand with { Amount = 10 }], Token);
        var quick = await store.TakeAsync("g", [demand with { Amount = 500 }], Token);
        await store.SettleAsync("g", new CounterSettlement("c", 500, 500) { Mark = quick.Mark, Report = new CounterReport(1000, 0.001, 190) }, Token);

        // The owner made this report before the quick one came.
        await store.SettleAsync("g", new CounterSettlement("c", 10, 10) { Mark = slow.Mark, Report = new CounterReport(1000, 0.001, 690) }, Token);

        Assert.Equal(300, slow.Mark);
        Assert.False((await store.TakeAsync("g", [demand with { Amount = 200 }], Token)).IsTaken);
        Assert.True((await store.TakeAsync("g", [demand with { Amount = 189 }], Token)).IsTaken);
    }

    [Fact]
    public async Task What_is_wanted_in_the_background_leaves_its_share_to_others()
    {
        var store = NewStore();
        var demand = new CounterDemand("c", CounterLimit.Bucket(100, 0.001), 70);
        await store.TakeAsync("g", [demand with { Amount = 20 }], Token);

        Assert.False((await store.TakeAsync("g", [demand with { LeaveShare = 0.2 }], Token)).IsTaken);
        Assert.True((await store.TakeAsync("g", [demand], Token)).IsTaken);
    }

    [Fact]
    public async Task Groups_do_not_touch_each_other()
    {
        var store = NewStore();
        var demand = new CounterDemand("w", CounterLimit.Window(1, TimeSpan.FromMinutes(1)));
        Assert.True((await store.TakeAsync("one", [demand], Token)).IsTaken);

        Assert.True((await store.TakeAsync("two", [demand], Token)).IsTaken);
    }
}
