using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Shopify.Client.Tests.Throttling;

public sealed class InMemoryCostBudgetTests
{
    private static readonly ShopifyCostBucket Bucket = new(ShopifyApi.Admin, "", ShopDomain.Parse("demo-shop"));
    private readonly FakeTimeProvider _time = new();
    private readonly ShopifyClientOptions _options = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Callers_of_one_shop_are_served_in_their_order()
    {
        var budget = await EmptyBucketAsync();
        // A small one behind a big one does not slip through.
        var callers = new[] { 200, 10, 200, 10, 200 }.Select(points => budget.ReserveAsync(Request(points), Token).AsTask()).ToArray();

        foreach (var (caller, next) in callers.Zip(callers.Skip(1)))
        {
            await ServeOneAsync(budget, caller);
            Assert.False(next.IsCompleted);
        }
    }

    [Fact]
    public async Task Caller_who_began_earlier_but_was_held_up_comes_first()
    {
        var budget = await EmptyBucketAsync();
        var later = budget.ReserveAsync(Request(100) with { Order = 7 }, Token).AsTask();
        var earlier = budget.ReserveAsync(Request(100) with { Order = 3 }, Token).AsTask();

        await ServeOneAsync(budget, earlier);

        Assert.False(later.IsCompleted);
    }

    [Fact]
    public async Task Cancelled_caller_gives_his_place_up()
    {
        var budget = await EmptyBucketAsync();
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var first = budget.ReserveAsync(Request(1500), impatient.Token).AsTask();
        var second = budget.ReserveAsync(Request(10), Token).AsTask();
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(second.IsCompleted);

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(10, (await second.WaitAsync(TimeSpan.FromSeconds(60), Token)).Points);
    }

    [Fact]
    public async Task Full_queue_refuses_with_the_wait()
    {
        _options.MaxQueuedCalls = 2;
        var budget = await EmptyBucketAsync();
        _ = budget.ReserveAsync(Request(100), Token).AsTask();
        _ = budget.ReserveAsync(Request(100), Token).AsTask();

        var refusal = await Assert.ThrowsAsync<ShopifyThrottledException>(() => budget.ReserveAsync(Request(100), Token).AsTask());

        Assert.Equal(3, refusal.RetryAfter.TotalSeconds, 3);
        Assert.Equal("demo-shop.myshopify.com", refusal.Shop?.Value);
        Assert.Null(refusal.StatusCode);
    }

    [Fact]
    public async Task Wait_that_would_be_too_long_is_refused_at_once()
    {
        var budget = await EmptyBucketAsync();

        var refusal = await Assert.ThrowsAsync<ShopifyThrottledException>(
            () => budget.ReserveAsync(Request(300) with { MaxWait = TimeSpan.FromSeconds(2) }, Token).AsTask());

        Assert.Equal(3, refusal.RetryAfter.TotalSeconds, 3);
    }

    [Fact]
    public async Task Wait_ends_with_patience_when_points_under_way_do_not_return()
    {
        var budget = await EmptyBucketAsync(available: 2000);
        _ = await budget.ReserveAsync(Request(1900), Token);
        var waiting = budget.ReserveAsync(Request(500) with { MaxWait = TimeSpan.FromSeconds(5) }, Token).AsTask();

        _time.Advance(TimeSpan.FromSeconds(6));

        await Assert.ThrowsAsync<ShopifyThrottledException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(60), Token));
    }

    [Fact]
    public async Task Settled_points_serve_the_next_at_once()
    {
        var budget = await EmptyBucketAsync(available: 100);
        var first = await budget.ReserveAsync(Request(100), Token);
        var second = budget.ReserveAsync(Request(50), Token).AsTask();
        Assert.False(second.IsCompleted);

        await budget.SettleAsync(first, new(20), Token);

        Assert.Equal(50, (await second.WaitAsync(TimeSpan.FromSeconds(60), Token)).Points);
    }

    [Fact]
    public async Task One_shop_does_not_hold_up_another_and_an_app_not_another_app()
    {
        var budget = await EmptyBucketAsync();
        _ = budget.ReserveAsync(Request(100), Token).AsTask();

        var otherShop = Request(100) with { Bucket = Bucket with { Shop = ShopDomain.Parse("other-shop") } };
        var otherApp = Request(100) with { Bucket = Bucket with { AppId = "second" } };
        Assert.True(budget.ReserveAsync(otherShop, Token).AsTask().IsCompletedSuccessfully);
        Assert.True(budget.ReserveAsync(otherApp, Token).AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Storefront_has_no_bucket_only_pauses()
    {
        var budget = new InMemoryCostBudget(Options.Create(_options), _time);
        var storefront = Request(100_000) with { Bucket = Bucket with { Api = ShopifyApi.Storefront } };
        var first = await budget.ReserveAsync(storefront, Token);
        await budget.SettleAsync(first, new(0) { Pause = TimeSpan.FromSeconds(2) }, Token);

        var second = budget.ReserveAsync(storefront, Token).AsTask();
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));

        await second.WaitAsync(TimeSpan.FromSeconds(60), Token);
    }

    [Fact]
    public async Task Background_waits_behind_interactive_and_leaves_a_fifth()
    {
        var budget = await EmptyBucketAsync(available: 450);
        var background = budget.ReserveAsync(Request(100) with { Priority = ShopifyCallPriority.Background }, Token).AsTask();
        Assert.False(background.IsCompleted);
        Assert.True(budget.ReserveAsync(Request(100), Token).AsTask().IsCompletedSuccessfully);

        _time.Advance(TimeSpan.FromSeconds(1.4));
        Assert.False(background.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.2));

        await background.WaitAsync(TimeSpan.FromSeconds(60), Token);
    }

    [Fact]
    public async Task Long_silence_refuses_those_who_wait_and_those_who_come()
    {
        var budget = await EmptyBucketAsync(available: 100);
        var first = await budget.ReserveAsync(Request(100), Token);
        var waiting = budget.ReserveAsync(Request(100), Token).AsTask();

        await budget.SettleAsync(first, new(0) { Pause = TimeSpan.FromMinutes(5) }, Token);

        Assert.Equal(TimeSpan.FromMinutes(5), (await Assert.ThrowsAsync<ShopifyThrottledException>(() => waiting)).RetryAfter);
        _time.Advance(TimeSpan.FromMinutes(1));
        var late = await Assert.ThrowsAsync<ShopifyThrottledException>(() => budget.ReserveAsync(Request(1), Token).AsTask());
        Assert.Equal(TimeSpan.FromMinutes(4), late.RetryAfter);
    }

    [Fact]
    public async Task Throttled_call_keeps_its_place()
    {
        var budget = await EmptyBucketAsync(available: 100);
        var throttled = await budget.ReserveAsync(Request(100), Token);
        var later = budget.ReserveAsync(Request(10), Token).AsTask();

        await budget.SettleAsync(throttled, new(0) { Status = new(2000, 0, 100) }, Token);
        var again = budget.ReserveAsync(Request(100) with { Order = -1, IsRepeat = true }, Token).AsTask();
        _time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.False(later.IsCompleted || again.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.5));

        await again.WaitAsync(TimeSpan.FromSeconds(60), Token);
        Assert.False(later.IsCompleted);
    }

    [Fact]
    public async Task Unused_shop_is_forgotten_and_one_in_use_is_not()
    {
        var budget = await EmptyBucketAsync();
        var open = await budget.ReserveAsync(Request(1) with { Bucket = Bucket with { AppId = "open" } }, Token);
        Assert.Equal(2, budget.Count);

        _time.Advance(TimeSpan.FromMinutes(11));
        await budget.ReserveAsync(Request(1) with { Bucket = Bucket with { AppId = "third" } }, Token);

        Assert.Equal(2, budget.Count);
        await budget.SettleAsync(open, new(1), Token);
    }

    private static ShopifyCostRequest Request(double points) => new() { Bucket = Bucket, Points = points, MaxWait = TimeSpan.FromMinutes(10) };

    // The queue is served inside the clock's step; only the caller's own continuation comes later, on another thread.
    private async Task ServeOneAsync(InMemoryCostBudget budget, Task<ShopifyCostReservation> caller)
    {
        var before = budget.CountWaiting(Bucket);
        for (var steps = 0; steps < 400 && budget.CountWaiting(Bucket) == before; steps++)
            _time.Advance(TimeSpan.FromMilliseconds(50));
        Assert.Equal(before - 1, budget.CountWaiting(Bucket));
        await caller.WaitAsync(TimeSpan.FromSeconds(30), Token);
    }

    private async Task<InMemoryCostBudget> EmptyBucketAsync(double available = 0)
    {
        var budget = new InMemoryCostBudget(Options.Create(_options), _time);
        var probe = await budget.ReserveAsync(Request(1), Token);
        await budget.SettleAsync(probe, new(1) { Status = new(2000, available, 100) }, Token);
        return budget;
    }
}
