using Microsoft.Extensions.Time.Testing;

namespace Shopify.Client.Tests.Throttling;

public sealed class ThrottleTests
{
    [Theory]
    [InlineData(202, 118, 100, 0.84)]
    [InlineData(100, 118, 100, 0)]
    [InlineData(2001, 0, 100, 0)]
    [InlineData(50, 0, 0, 1)]
    [InlineData(double.NaN, 0, 100, 0)]
    public void WaitFor_Cost_IsWhatTheBucketLacks(double requested, double available, double rate, double seconds) =>
        Assert.Equal(seconds, new ThrottleStatus(2000, available, rate).WaitFor(requested).TotalSeconds, 6);

    [Fact]
    public void State_AgesWithTheClock_UpToTheSizeOfTheBucket()
    {
        var time = new FakeTimeProvider();
        var state = new ThrottleState(time);
        Assert.Null(state.Now());
        Assert.Equal(TimeSpan.Zero, state.WaitFor("ProductsPage"));

        state.Record("ProductsPage", new ThrottleStatus(2000, 100, 100), 300);

        Assert.Equal(TimeSpan.FromSeconds(2), state.WaitFor("ProductsPage"));
        Assert.Equal(TimeSpan.Zero, state.WaitFor("Unknown"));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(1), state.WaitFor("ProductsPage"));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(2000, state.Now()!.CurrentlyAvailable);
    }

    [Theory]
    [InlineData(true, 1, true)]
    [InlineData(true, 3, false)]
    [InlineData(false, 1, true)]
    public void Policy_Throttled_IsRepeatedForMutationsToo(bool replayable, int attempt, bool repeated) =>
        Assert.Equal(repeated, Policy().WaitAfter(new ShopifyThrottledException("x") { RetryAfter = TimeSpan.FromSeconds(2) }, replayable, attempt) is not null);

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, false, true)]
    public void Policy_Unavailable_RepeatsOnlyWhatDidNotHappenOrMayHappenTwice(bool sent, bool replayable, bool repeated) =>
        Assert.Equal(repeated, Policy().WaitAfter(new ShopifyUnavailableException("x") { RequestWasSent = sent }, replayable, 1) is not null);

    [Fact]
    public void Policy_WaitLongerThanAllowed_IsFinal() =>
        Assert.Null(Policy().WaitAfter(new ShopifyThrottledException("x") { RetryAfter = TimeSpan.FromMinutes(5) }, replayable: true, 1));

    [Fact]
    public void Policy_BackOff_GrowsWithJitter()
    {
        var policy = Policy(jitter: 1);
        var failure = new ShopifyUnavailableException("x");

        Assert.Equal(TimeSpan.FromSeconds(1), policy.WaitAfter(failure, true, 1));
        Assert.Equal(TimeSpan.FromSeconds(2), policy.WaitAfter(failure, true, 2));
        Assert.Equal(TimeSpan.Zero, Policy(jitter: 0).WaitAfter(failure, true, 1));
    }

    [Fact]
    public void Policy_OtherFailures_AreFinal()
    {
        Assert.Null(Policy().WaitAfter(new ShopifyAuthenticationException("x"), true, 1));
        Assert.Null(Policy().WaitAfter(new ShopifyAccountException("x"), true, 1));
        Assert.Null(Policy().WaitAfter(new ShopifyGraphQLException("x", [new("y")]), true, 1));
    }

    private static RetryPolicy Policy(double jitter = 0.5) => new(new ShopifyClientOptions(), () => jitter);
}
