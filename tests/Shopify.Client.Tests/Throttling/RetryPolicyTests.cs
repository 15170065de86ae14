namespace Shopify.Client.Tests.Throttling;

public sealed class RetryPolicyTests
{
    [Theory]
    [InlineData(202, 118, 100, 0.84)]
    [InlineData(100, 118, 100, 0)]
    [InlineData(2001, 0, 100, 0)]
    [InlineData(50, 0, 0, 1)]
    [InlineData(double.NaN, 0, 100, 0)]
    public void WaitFor_Cost_IsWhatTheBucketLacks(double requested, double available, double rate, double seconds) =>
        Assert.Equal(seconds, new ThrottleStatus(2000, available, rate).WaitFor(requested).TotalSeconds, 6);

    [Theory]
    [InlineData(true, 1, true)]
    [InlineData(true, 3, false)]
    [InlineData(false, 1, true)]
    public void Policy_Throttled_IsRepeatedForMutationsToo(bool replayable, int attempt, bool repeated) =>
        Assert.Equal(repeated, Policy().WaitAfter(new ShopifyThrottledException("x") { StatusCode = 429, RetryAfter = TimeSpan.FromSeconds(2) }, replayable, attempt) is not null);

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, false, true)]
    public void Policy_Unavailable_RepeatsOnlyWhatDidNotHappenOrMayHappenTwice(bool sent, bool replayable, bool repeated) =>
        Assert.Equal(repeated, Policy().WaitAfter(new ShopifyUnavailableException("x") { RequestWasSent = sent }, replayable, 1) is not null);

    [Fact]
    public void Policy_WaitLongerThanAllowed_IsFinal() =>
        Assert.Null(Policy().WaitAfter(new ShopifyThrottledException("x") { StatusCode = 429, RetryAfter = TimeSpan.FromMinutes(5) }, replayable: true, 1));

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

    [Fact]
    public void Policy_OwnRefusalsAndMissingPoints_AreNotItsMatter()
    {
        var status = new ThrottleStatus(2000, 0, 100);
        Assert.Null(Policy().WaitAfter(new ShopifyThrottledException("queue full"), true, 1));
        Assert.Null(Policy().WaitAfter(new ShopifyThrottledException("points") { StatusCode = 200, Throttle = status }, true, 1));
        Assert.Null(Policy().WaitAfter(new ShopifyUnavailableException("open") { CircuitOpenFor = TimeSpan.FromSeconds(1) }, true, 1));
    }

    private static RetryPolicy Policy(double jitter = 0.5) => new(new ShopifyClientOptions(), () => jitter);
}
