using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Errors;

/// <summary>Errors below GraphQL: status codes, broken bodies, broken connections.</summary>
public sealed class HttpErrorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(401, """{"errors":"[API] Invalid API key or access token (unrecognized login or wrong password)"}""", typeof(ShopifyAuthenticationException))]
    [InlineData(402, """{"errors":"frozen"}""", typeof(ShopifyAccountException))]
    [InlineData(403, """{"errors":"[API] This action requires merchant approval"}""", typeof(ShopifyAccountException))]
    [InlineData(404, """{"errors":"Not Found"}""", typeof(ShopifyAccountException))]
    [InlineData(423, "{}", typeof(ShopifyAccountException))]
    [InlineData(400, """{"errors":{"query":"Required parameter missing"}}""", typeof(ShopifyGraphQLException))]
    [InlineData(422, "not json", typeof(ShopifyGraphQLException))]
    [InlineData(430, "", typeof(ShopifyThrottledException))]
    public async Task Status_decides_the_type_and_nothing_is_repeated(int status, string body, Type type)
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(body, status, ("X-Request-Id", "r-9"));

        var failure = (ShopifyException)await Assert.ThrowsAsync(type, () => fixture.Admin.GetShopAsync(Token));

        Assert.Equal(status, failure.StatusCode);
        Assert.Equal("r-9", failure.RequestId);
        Assert.Single(fixture.Stub.Requests);
    }

    [Fact]
    public async Task Refusal_of_a_non_expiring_token_is_told_from_a_missing_scope()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""{"errors":"[API] Non-expiring access tokens are no longer accepted for the Admin API. Start using expiring offline tokens: https://shopify.dev"}""", 403);

        var failure = await Assert.ThrowsAsync<ShopifyAuthenticationException>(() => fixture.Admin.GetShopAsync(Token));

        Assert.True(failure.NonExpiringTokenRefused);
    }

    [Theory]
    [InlineData("<html><body>Bad Gateway</body></html>", 502)]
    [InlineData("<html><body>Maintenance</body></html>", 200)]
    [InlineData("""{"data":{"shop":{"id":""", 200)]
    [InlineData("""{"data":{}} trailing""", 200)]
    [InlineData("[1]", 200)]
    [InlineData("", 200)]
    [InlineData("", 503)]
    public async Task Unusable_answer_is_unavailable_and_a_query_is_tried_three_times(string body, int status)
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(body, status).Answers(body, status).Answers(body, status);

        var failure = await Assert.ThrowsAsync<ShopifyUnavailableException>(() => fixture.Admin.GetShopAsync(Token));

        Assert.True(failure.RequestWasSent);
        Assert.Equal(status, failure.StatusCode);
        Assert.Equal(3, fixture.Stub.Requests.Count);
        Assert.DoesNotContain("<html", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirect_is_not_followed_and_the_token_goes_nowhere()
    {
        await using var elsewhere = await StubShop.StartAsync();
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("", 301, ("Location", elsewhere.Address + "/admin/api/2026-10/graphql.json"));

        var failure = await Assert.ThrowsAsync<ShopifyAccountException>(() => fixture.Admin.GetShopAsync(Token));

        Assert.Equal(301, failure.StatusCode);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task Silence_ends_at_the_deadline()
    {
        await using var fixture = await ClientFixture.StartAsync(
            static options =>
            {
                options.Timeout = TimeSpan.FromMilliseconds(250);
                options.MaxAttempts = 1;
            },
            TimeProvider.System);
        fixture.Stub.Answers(static context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        var failure = await Assert.ThrowsAsync<ShopifyUnavailableException>(() => fixture.Admin.GetShopAsync(Token));

        Assert.True(failure.RequestWasSent);
        Assert.Contains("deadline", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_that_never_ends_ends_at_the_deadline_too()
    {
        await using var fixture = await ClientFixture.StartAsync(
            static options =>
            {
                options.Timeout = TimeSpan.FromMilliseconds(250);
                options.MaxAttempts = 1;
            },
            TimeProvider.System);
        fixture.Stub.Answers(static async context =>
        {
            await context.Response.WriteAsync("{\"data\":", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        await Assert.ThrowsAsync<ShopifyUnavailableException>(() => fixture.Admin.GetShopAsync(Token));
    }

    [Fact]
    public async Task Cancellation_by_the_caller_stays_a_cancellation()
    {
        await using var fixture = await ClientFixture.StartAsync();
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Token);
        fixture.Stub.Answers(async context =>
        {
            await caller.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fixture.Admin.GetShopAsync(caller.Token));
    }

    [Fact]
    public async Task Refused_connection_was_not_sent_so_a_mutation_is_repeated_too()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var fixture = await ClientFixture.StartAsync(options => options.BaseUrl = $"http://127.0.0.1:{port}");

        var failure = await Assert.ThrowsAsync<ShopifyUnavailableException>(
            () => fixture.Storefront.CreateCartAsync(new CartInput { Lines = [new("gid://shopify/ProductVariant/9", 1)] }, Token));

        Assert.False(failure.RequestWasSent);
        Assert.Equal(2, fixture.Time.Waits.Count);
    }

    [Fact]
    public async Task Answer_longer_than_the_limit_is_refused()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(static async context =>
        {
            var chunk = new byte[64 * 1024];
            for (var sent = 0; sent <= 10 * 1024 * 1024 && !context.RequestAborted.IsCancellationRequested; sent += chunk.Length)
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
        });

        var failure = await Assert.ThrowsAsync<ShopifyException>(() => fixture.Admin.GetShopAsync(Token));

        Assert.Contains("10 MB", failure.Message, StringComparison.Ordinal);
    }
}
