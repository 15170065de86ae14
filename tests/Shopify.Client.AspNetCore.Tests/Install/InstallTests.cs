using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Shopify.Client.AspNetCore.Tests.Support;

namespace Shopify.Client.AspNetCore.Tests.Install;

public sealed class InstallTests
{
    [Fact]
    public async Task Merchant_is_sent_to_the_consent_page_of_his_shop()
    {
        await using var host = await InstallHost.StartAsync();

        var begun = await host.BeginAsync("Demo-Shop");

        Assert.Equal("https://demo-shop.myshopify.com/admin/oauth/authorize", begun.Authorize.GetLeftPart(UriPartial.Path));
        var query = QueryHelpers.ParseQuery(begun.Authorize.Query);
        Assert.Equal("client-id", query["client_id"]);
        Assert.Equal("read_products,read_orders", query["scope"]);
        Assert.Equal("https://app.example/base/shopify/callback", query["redirect_uri"]);
        Assert.Equal(string.Empty, query["grant_options[]"]);
        Assert.Matches("^[A-Za-z0-9_-]{43}$", begun.State);
        Assert.False(query.ContainsKey("code_challenge"));
    }

    [Fact]
    public async Task Cookie_binds_the_browser_and_follows_the_scheme_of_the_request()
    {
        await using var host = await InstallHost.StartAsync();

        var cookie = (await host.BeginAsync()).SetCookie;

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/base/shopify/callback", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age=600", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Every_installation_has_a_state_and_a_cookie_of_its_own()
    {
        await using var host = await InstallHost.StartAsync();

        var (first, second) = (await host.BeginAsync(), await host.BeginAsync());

        Assert.NotEqual(first.State, second.State);
        Assert.NotEqual(first.Cookie.Split('=')[0], second.Cookie.Split('=')[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?shop=")]
    [InlineData("?shop=evil.example")]
    [InlineData("?shop=demo.myshopify.com.evil.example")]
    [InlineData("?shop=a.myshopify.com&shop=b.myshopify.com")]
    [InlineData("?shop=a.myshopify.com&Shop=b.myshopify.com")]
    [InlineData("?shop=demo-shop.myshopify.com&hmac=00")]
    [InlineData("?shop=demo-shop.myshopify.com&timestamp=1&hmac=d87959840d0b0d5f27bdb3173110b3bea743bfd86b146329c76cff09591dfe5e")]
    public async Task Wrong_link_is_refused_in_plain_words(string query)
    {
        await using var host = await InstallHost.StartAsync();

        using var response = await host.GetAsync("/shopify/install" + query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("evil", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signed_link_from_Shopify_is_accepted()
    {
        await using var host = await InstallHost.StartAsync();
        using var response = await host.GetAsync(InstallHost.Signed("/shopify/install", host.Parameters("s").Where(static pair => pair.Key is "host" or "shop" or "timestamp")));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Challenge_is_sent_and_its_verifier_used_when_pkce_is_on()
    {
        await using var host = await InstallHost.StartAsync(static options => options.UsePkce = true);

        var begun = await host.BeginAsync();
        using var response = await host.GetAsync(host.Callback(begun.State), begun.Cookie);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var verifier = System.Text.Json.JsonElement.Parse(Assert.Single(host.Stub.Exchanges).Body).GetProperty("code_verifier").GetString()!;
        var query = QueryHelpers.ParseQuery(begun.Authorize.Query);
        Assert.Equal("S256", query["code_challenge_method"]);
        Assert.Equal(InstallSecrets.PkceChallenge(verifier), query["code_challenge"]);
    }
}
