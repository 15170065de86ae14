using Shopify.Client.Auth;
using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Auth;

public sealed class ShopifyOAuthTests
{
    private static readonly ShopDomain Shop = ShopDomain.Parse("demo-shop");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AuthorizeUrl_AsksForAnOfflineToken()
    {
        await using var fixture = await ClientFixture.StartAsync(
            static options => options.BaseUrl = null, app: static options => options.Scopes = ["read_products", "read_orders,read_products"]);

        var url = fixture.OAuth.BuildAuthorizeUrl(Shop, new Uri("https://app.example/shopify/callback"), "st-_1");

        Assert.Equal(
            "https://demo-shop.myshopify.com/admin/oauth/authorize?client_id=client-id&scope=read_products%2Cread_orders"
            + "&redirect_uri=https%3A%2F%2Fapp.example%2Fshopify%2Fcallback&state=st-_1&grant_options[]=",
            url);
    }

    [Fact]
    public async Task AuthorizeUrl_WithChallengeAndOtherHost_CarriesBoth()
    {
        await using var fixture = await ClientFixture.StartAsync(static options => options.AuthorizeBaseUrl = "https://shops.example/{shop}");

        var url = fixture.OAuth.BuildAuthorizeUrl(Shop, new Uri("https://app.example/cb"), "s", "chal");

        Assert.StartsWith("https://shops.example/demo-shop.myshopify.com/admin/oauth/authorize?", url, StringComparison.Ordinal);
        Assert.EndsWith("&code_challenge=chal&code_challenge_method=S256", url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExchangeCode_AsksForAnExpiringToken_AndReadsAllFiveFields()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""
            {"access_token":"shpat_x1","scope":"read_products,read_orders","expires_in":3599,"refresh_token":"shprt_y1","refresh_token_expires_in":7776000}
            """);

        var result = await fixture.OAuth.ExchangeCodeAsync(Shop, "c0de", Token);

        Assert.Equal("shpat_x1", result.AccessToken);
        Assert.Equal("read_products,read_orders", result.Scope);
        Assert.Equal(TimeSpan.FromSeconds(3599), result.ExpiresIn);
        Assert.Equal("shprt_y1", result.RefreshToken);
        Assert.Equal(TimeSpan.FromDays(90), result.RefreshTokenExpiresIn);
        Assert.DoesNotContain("shp", result.ToString(), StringComparison.Ordinal);
        var request = Assert.Single(fixture.Stub.Requests);
        Assert.Equal("/admin/oauth/access_token", request.Path);
        Assert.Equal("""{"client_id":"client-id","client_secret":"shpss_test_secret","code":"c0de","expiring":"1"}""", request.Body);
    }

    [Fact]
    public async Task ExchangeCode_AnswerWithoutRefreshToken_IsAccepted()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""{"access_token":"shpat_x1","scope":"read_products"}""");

        var result = await fixture.OAuth.ExchangeCodeAsync(Shop, "c0de", "verifier", Token);

        Assert.Null(result.RefreshToken);
        Assert.Null(result.ExpiresIn);
        Assert.Contains("\"code_verifier\":\"verifier\"", fixture.Stub.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refresh_SendsTheGrant()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""{"access_token":"shpat_x2","scope":"read_products","expires_in":3600,"refresh_token":"shprt_y2","refresh_token_expires_in":7776000}""");

        var result = await fixture.OAuth.RefreshAsync(Shop, "shprt_y1", Token);

        Assert.Equal("shprt_y2", result.RefreshToken);
        Assert.Equal(
            """{"client_id":"client-id","client_secret":"shpss_test_secret","grant_type":"refresh_token","refresh_token":"shprt_y1"}""",
            fixture.Stub.Requests[0].Body);
    }

    [Theory]
    [InlineData("""{"error":"invalid_request","error_description":"The code c0de is invalid for shpss_test_secret"}""", ShopifyOAuthErrors.InvalidRequest)]
    [InlineData("""{"error":"invalid_grant"}""", ShopifyOAuthErrors.InvalidGrant)]
    [InlineData("""{"error":"invalid_client"}""", ShopifyOAuthErrors.InvalidClient)]
    [InlineData("<html></html>", "unknown")]
    public async Task Refusal_IsTypedAndHoldsNoSecret(string body, string error)
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(body, 400);

        var failure = await Assert.ThrowsAsync<ShopifyOAuthException>(() => fixture.OAuth.ExchangeCodeAsync(Shop, "c0de", Token));

        Assert.Equal(error, failure.Error);
        Assert.Equal(400, failure.StatusCode);
        Assert.DoesNotContain("c0de", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("shpss", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherFailures_AreTheSameAsForCalls()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("", 429, ("Retry-After", "3")).Answers("", 503).Answers("{}", 200).Answers("", 302, ("Location", "https://evil.example"));

        var throttled = await Assert.ThrowsAsync<ShopifyThrottledException>(() => fixture.OAuth.RefreshAsync(Shop, "shprt", Token));
        Assert.Equal(TimeSpan.FromSeconds(3), throttled.RetryAfter);
        await Assert.ThrowsAsync<ShopifyUnavailableException>(() => fixture.OAuth.RefreshAsync(Shop, "shprt", Token));
        await Assert.ThrowsAsync<ShopifyUnavailableException>(() => fixture.OAuth.RefreshAsync(Shop, "shprt", Token));
        await Assert.ThrowsAsync<ShopifyAccountException>(() => fixture.OAuth.RefreshAsync(Shop, "shprt", Token));
        Assert.Equal(4, fixture.Stub.Requests.Count);
    }
}
