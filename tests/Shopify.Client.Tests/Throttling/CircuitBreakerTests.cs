using Microsoft.Extensions.Time.Testing;
using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Throttling;

public sealed class CircuitBreakerTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Opens_after_a_row_of_failures_and_lets_one_try_after_the_pause()
    {
        var breaker = new CircuitBreaker(3, Pause, _time);
        Assert.False(breaker.Fail());
        Assert.False(breaker.Fail());
        breaker.Succeed();
        Assert.False(breaker.Fail());
        Assert.False(breaker.Fail());
        Assert.True(breaker.Fail());

        Assert.False(breaker.TryEnter(out var left));
        Assert.Equal(Pause, left);
        _time.Advance(Pause);
        Assert.Equal(TimeSpan.Zero, breaker.OpenFor);
        Assert.True(breaker.TryEnter(out _));
        Assert.False(breaker.TryEnter(out _));
        Assert.True(breaker.Fail());
        Assert.Equal(Pause, breaker.OpenFor);

        _time.Advance(Pause);
        Assert.True(breaker.TryEnter(out _));
        breaker.Abandon();
        Assert.True(breaker.TryEnter(out _));
        breaker.Succeed();
        Assert.True(breaker.TryEnter(out _));
        Assert.True(breaker.TryEnter(out _));
    }

    [Fact]
    public void Failures_of_attempts_begun_before_do_not_lengthen_the_pause()
    {
        var breaker = new CircuitBreaker(1, Pause, _time);
        Assert.True(breaker.Fail());
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.False(breaker.Fail());

        Assert.Equal(TimeSpan.FromSeconds(10), breaker.OpenFor);
    }

    [Fact]
    public void Zero_failures_switch_it_off()
    {
        var breaker = new CircuitBreaker(0, Pause, _time);
        for (var failure = 0; failure < 100; failure++)
            Assert.False(breaker.Fail());

        Assert.True(breaker.TryEnter(out _));
    }

    [Fact]
    public async Task Shop_without_answers_is_left_alone_others_are_served_and_it_recovers()
    {
        await using var fixture = await ClientFixture.StartAsync(static options =>
        {
            options.MaxAttempts = 1;
            options.CircuitBreakerFailures = 2;
        });
        fixture.Stub.Answers("", 502).Answers("", 503);
        for (var call = 0; call < 2; call++)
            await Assert.ThrowsAsync<ShopifyUnavailableException>(() => fixture.Admin.GetShopAsync(TestContext.Current.CancellationToken));

        var refused = await Assert.ThrowsAsync<ShopifyUnavailableException>(() => fixture.Admin.GetShopAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Pause, refused.CircuitOpenFor);
        Assert.False(refused.RequestWasSent);
        Assert.Equal(2, fixture.Stub.Requests.Count);

        fixture.Stub.Answers(Answers.Shop).Answers(Answers.Shop);
        await fixture.Client.Admin(new ShopifyShop(ShopDomain.Parse("other-shop"), "shpat_2")).GetShopAsync(TestContext.Current.CancellationToken);
        fixture.Time.Advance(Pause);
        await fixture.Admin.GetShopAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(422)]
    public async Task Refusals_are_answers_and_never_open_it(int status)
    {
        await using var fixture = await ClientFixture.StartAsync(static options => options.CircuitBreakerFailures = 1);
        fixture.Stub.Answers("{}", status).Answers(Answers.Shop);

        await Assert.ThrowsAnyAsync<ShopifyException>(() => fixture.Admin.GetShopAsync(TestContext.Current.CancellationToken));

        await fixture.Admin.GetShopAsync(TestContext.Current.CancellationToken);
    }
}
