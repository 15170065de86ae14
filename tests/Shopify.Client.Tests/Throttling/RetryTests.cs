using Microsoft.AspNetCore.Http;
using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Throttling;

public sealed class RetryTests
{
    private static readonly CartInput Cart = new() { Lines = [new("gid://shopify/ProductVariant/9", 2)] };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Throttled_query_waits_for_the_missing_points_and_runs_again()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(Answers.Throttled).Answers(Answers.Shop);

        var shop = await fixture.Admin.GetShopAsync(Token);

        Assert.Equal("Demo", shop.Name);
        // (202 - 118) / 100 s and up to a quarter of a second of jitter.
        Assert.InRange(Assert.Single(fixture.Time.Waits), TimeSpan.FromSeconds(0.84), TimeSpan.FromSeconds(1.09));
    }

    [Fact]
    public async Task Still_throttled_when_patience_ends_is_told_with_the_wait()
    {
        await using var fixture = await ClientFixture.StartAsync(static options => options.MaxPacingWait = TimeSpan.FromSeconds(1.5));
        fixture.Stub.Answers(Answers.Throttled).Answers(async context =>
        {
            fixture.Time.Advance(TimeSpan.FromSeconds(1));
            await context.Response.WriteAsync(Answers.Throttled, context.RequestAborted);
        });

        var failure = await Assert.ThrowsAsync<ShopifyThrottledException>(() => fixture.Admin.GetShopAsync(Token));

        Assert.Equal(TimeSpan.FromSeconds(0.84), failure.RetryAfter);
        Assert.Equal(118, failure.Throttle!.CurrentlyAvailable);
        Assert.Equal(200, failure.StatusCode);
        Assert.Equal(2, fixture.Stub.Requests.Count);
    }

    [Theory]
    [InlineData("2.0", 2)]
    [InlineData(null, 1)]
    [InlineData("Sun, 22 Nov 2026 12:00:03 GMT", 3)]
    [InlineData("Sun, 22 Nov 2026 11:00:00 GMT", 0)]
    public async Task Http_429_waits_as_told(string? retryAfter, double seconds)
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("{}", 429, retryAfter is null ? [] : [("Retry-After", retryAfter)]).Answers(Answers.Shop);

        await fixture.Admin.GetShopAsync(Token);

        Assert.InRange(fixture.Time.Waits.Sum(static wait => wait.TotalSeconds), seconds, seconds + 0.25);
        Assert.Equal(2, fixture.Stub.Requests.Count);
    }

    [Fact]
    public async Task Http_429_that_asks_for_more_than_the_longest_wait_fails_at_once()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("{}", 429, ("Retry-After", "60"));

        var failure = await Assert.ThrowsAsync<ShopifyThrottledException>(() => fixture.Admin.GetShopAsync(Token));

        Assert.Equal(TimeSpan.FromSeconds(60), failure.RetryAfter);
        Assert.Empty(fixture.Time.Waits);
    }

    [Fact]
    public async Task Throttled_mutation_did_not_run_and_is_repeated()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(Answers.Error("THROTTLED")).Answers("{}", 429).Answers(Answers.CartCreated);

        Assert.NotNull((await fixture.Storefront.CreateCartAsync(Cart, Token)).Cart);
        Assert.Equal(3, fixture.Stub.Requests.Count);
    }

    [Theory]
    [InlineData("<html>Bad Gateway</html>", 502)]
    [InlineData("not json", 200)]
    public async Task Mutation_that_may_have_run_is_never_repeated(string body, int status)
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(body, status);

        await Assert.ThrowsAsync<ShopifyUnavailableException>(() => fixture.Storefront.CreateCartAsync(Cart, Token));

        Assert.Single(fixture.Stub.Requests);
    }

    [Fact]
    public async Task Internal_error_is_repeated_for_a_query_and_not_for_a_mutation()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(Answers.Error("INTERNAL_SERVER_ERROR")).Answers(Answers.Shop).Answers(Answers.Error("INTERNAL_SERVER_ERROR"));

        await fixture.Admin.GetShopAsync(Token);
        await Assert.ThrowsAsync<ShopifyGraphQLException>(() => fixture.Storefront.CreateCartAsync(Cart, Token));

        Assert.Equal(3, fixture.Stub.Requests.Count);
    }

    [Fact]
    public async Task Idempotent_mutation_is_repeated_like_a_query()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("", 502).Answers("""
            {"data":{"webhookSubscriptionCreate":{"webhookSubscription":null,
              "userErrors":[{"field":["webhookSubscription","callbackUrl"],"message":"Address for this topic has already been taken"}]}}}
            """);

        var result = await fixture.Admin.SubscribeWebhookAsync("ORDERS_PAID", new Uri("https://app.example/hooks"), Token);

        Assert.True(result.AlreadyExisted);
    }

    [Fact]
    public async Task Operation_too_expensive_for_any_bucket_is_not_repeated()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(Answers.Error("MAX_COST_EXCEEDED"));

        await Assert.ThrowsAsync<ShopifyGraphQLException>(() => fixture.Admin.GetShopAsync(Token));

        Assert.Single(fixture.Stub.Requests);
    }

    [Fact]
    public async Task Bucket_known_to_be_empty_delays_the_next_call_of_that_shop_only()
    {
        await using var fixture = await ClientFixture.StartAsync();
        var poor = Answers.Shop.Replace("\"currentlyAvailable\":1994", "\"currentlyAvailable\":1", StringComparison.Ordinal);
        fixture.Stub.Answers(poor).Answers(Answers.Shop).Answers(Answers.Shop);

        await fixture.Admin.GetShopAsync(Token);
        await fixture.Client.Admin(new ShopifyShop(ShopDomain.Parse("other-shop"), "shpat_2")).GetShopAsync(Token);
        Assert.Empty(fixture.Time.Waits);

        await fixture.Admin.GetShopAsync(Token);
        // Six points are asked for, up to half as many more are feared, one is there, a hundred a second come back.
        Assert.InRange(Assert.Single(fixture.Time.Waits), TimeSpan.FromSeconds(0.05), TimeSpan.FromSeconds(0.08));
    }
}
