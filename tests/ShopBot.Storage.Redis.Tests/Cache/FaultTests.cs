using Microsoft.Extensions.Caching.Hybrid;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Redis.Tests.Support;
using ShopBot.TestSupport.Servers;
using ShopBot.TestSupport.Waiting;

namespace ShopBot.Storage.Redis.Tests.Cache;

/// <summary>Redis flushed, frozen, stopped and started again: slower, never wrong, and back by itself. Each test has a Redis of its own.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly HybridCacheEntryOptions Long = new() { Expiration = TimeSpan.FromMinutes(5), LocalCacheExpiration = TimeSpan.FromMinutes(1) };
    private readonly StoreId _store = StoreId.New(TimeProvider.System.GetUtcNow());
    private readonly Source _source = new();
    private RedisServer _redis = null!;
    private CacheHost _a = null!;
    private CacheHost _b = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Key => $"{_store}:catalog:product:1";

    public async ValueTask InitializeAsync()
    {
        RedisFixture.Require();
        _redis = await RedisServer.StartAsync(Token);
        Assert.SkipUnless(_redis.IsOwn, "A given Redis is not harmed.");
        _a = CacheHost.Start(_redis.ConnectionString, configure: Short);
        _b = CacheHost.Start(_redis.ConnectionString, _a, Short);
    }

    public async ValueTask DisposeAsync()
    {
        if (_a is not null)
            await _a.DisposeAsync();
        if (_b is not null)
            await _b.DisposeAsync();
        if (_redis is not null)
            await _redis.DisposeAsync();
    }

    [Fact]
    public async Task Flushed_it_fills_again_and_changes_are_still_told()
    {
        await WarmAsync();
        await _redis.FlushAsync(Token);

        Assert.Equal("first", await ReadAsync(_a));
        _source.Value = "second";
        await _a.Cache.RemoveByTagAsync($"{_store}:catalog", Token);

        await BothSeeAsync("second");
        await StoredAsync();
    }

    [Fact]
    public async Task Frozen_it_delays_an_answer_by_no_more_than_the_time_outs()
    {
        await WarmAsync();
        _redis.Freeze();
        try
        {
            _source.Value = "second";
            var began = TimeProvider.System.GetTimestamp();
            Assert.Equal("second", await _a.Cache.GetOrCreateAsync(Key + "1", _source.ReadAsync, Long, cancellationToken: Token));
            Assert.True((await _a.Counters.TakeAsync("g", [new("w", CounterLimit.Window(1, TimeSpan.FromMinutes(1)))], Token)).IsTaken);
            Assert.Equal(RedisState.Unhealthy, await _a.Status.CheckAsync(Token));

            // Without time-outs these would never end; the bound is generous because the machine may be busy.
            Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(8));
        }
        finally
        {
            _redis.Thaw();
        }

        await HealthyAsync();
        await SeeTheNextChangeAsync("third");
    }

    [Fact]
    public async Task Stopped_everything_goes_on_with_limits_per_host()
    {
        await WarmAsync();
        await _redis.StopAsync(cancellationToken: Token);
        var window = new CounterDemand("w", CounterLimit.Window(1, TimeSpan.FromMinutes(1)));

        Assert.Equal("first", await ReadAsync(_a));
        _source.Value = "second";
        await _a.Cache.RemoveAsync(Key, Token);
        Assert.Equal("second", await ReadAsync(_a));
        Assert.True((await _a.Counters.TakeAsync("g", [window], Token)).IsTaken);
        Assert.False((await _a.Counters.TakeAsync("g", [window], Token)).IsTaken);
        Assert.Equal(RedisState.Unhealthy, await _a.Status.CheckAsync(Token));
    }

    [Fact]
    public async Task Started_again_empty_it_is_used_again_and_nothing_old_is_served()
    {
        await WarmAsync();
        await _redis.StopAsync(cancellationToken: Token);
        _source.Value = "second";
        await _a.Cache.RemoveAsync(Key, Token);
        await _redis.StartAgainAsync(Token);

        await BothSeeAsync("second");
        await HealthyAsync();
        await StoredAsync();
        await SeeTheNextChangeAsync("third");
    }

    [Fact]
    public async Task Started_again_with_old_data_it_does_not_bring_back_what_was_removed_meanwhile()
    {
        await WarmAsync();
        await _redis.StopAsync(keepData: true, Token);
        _source.Value = "second";
        await _a.Cache.RemoveAsync(Key, Token);
        Assert.Equal("second", await ReadAsync(_a));
        await _redis.StartAgainAsync(Token);

        await HealthyAsync();
        await BothSeeAsync("second");
    }

    [Fact]
    public async Task Not_there_at_the_start_it_is_used_once_it_comes()
    {
        await _redis.StopAsync(cancellationToken: Token);
        await using var late = CacheHost.Start(_redis.ConnectionString, _a, Short);
        Assert.Equal("first", await late.Cache.GetOrCreateAsync(Key, _source.ReadAsync, Long, cancellationToken: Token));

        await _redis.StartAgainAsync(Token);

        await Eventually.HoldsAsync("Redis is healthy", async () => await late.Status.CheckAsync(Token) == RedisState.Healthy, Patience, Token);
        await Eventually.HoldsAsync(
            "entries go to Redis",
            async () =>
            {
                await late.Cache.GetOrCreateAsync($"{_store}:catalog:{Guid.NewGuid()}", _source.ReadAsync, Long, cancellationToken: Token);
                return (await late.DumpAsync()).Count > 0;
            },
            Patience,
            Token);
    }

    private static void Short(ShopBotRedisOptions options) => options.Timeout = TimeSpan.FromMilliseconds(500);

    private async Task WarmAsync()
    {
        await ReadAsync(_a);
        await StoredAsync();
        Assert.Equal("first", await ReadAsync(_b));
        // Both hear the channel once a change of one reaches the other.
        await Eventually.HoldsAsync("both hosts are connected", async () => await _a.Status.CheckAsync(Token) == RedisState.Healthy && await _b.Status.CheckAsync(Token) == RedisState.Healthy, Patience, Token);
    }

    private async Task SeeTheNextChangeAsync(string value)
    {
        _source.Value = value;
        await _b.Cache.RemoveAsync(Key, Token);
        await BothSeeAsync(value);
    }

    private Task BothSeeAsync(string value) => Eventually.HoldsAsync(
        $"both hosts give '{value}'", async () => await ReadAsync(_a) == value && await ReadAsync(_b) == value, Patience, Token);

    private Task HealthyAsync() => Eventually.HoldsAsync(
        "Redis is healthy again", async () => await _a.Status.CheckAsync(Token) == RedisState.Healthy && await _b.Status.CheckAsync(Token) == RedisState.Healthy, Patience, Token);

    private Task StoredAsync() => Eventually.HoldsAsync(
        "the entry is in Redis",
        async () =>
        {
            await ReadAsync(_a);
            return (await _a.DumpAsync()).Keys.Any(key => key.EndsWith("product:1", StringComparison.Ordinal));
        },
        Patience,
        Token);

    private ValueTask<string> ReadAsync(CacheHost host) => host.Cache.GetOrCreateAsync(Key, _source.ReadAsync, Long, [$"{_store}:catalog"], Token);
}
