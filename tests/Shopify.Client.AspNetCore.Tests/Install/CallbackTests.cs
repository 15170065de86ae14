using System.Net;
using Shopify.Client.AspNetCore.Tests.Support;

namespace Shopify.Client.AspNetCore.Tests.Install;

public sealed class CallbackTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Checked_callback_exchanges_the_code_and_hands_the_shop_over()
    {
        await using var host = await InstallHost.StartAsync();
        var begun = await host.BeginAsync();

        using var response = await host.GetAsync(host.Callback(begun.State), begun.Cookie);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/shopify/setup?shop=demo-shop.myshopify.com", response.Headers.Location?.OriginalString);
        var (shop, body) = Assert.Single(host.Stub.Exchanges);
        Assert.Equal(InstallHost.Shop, shop);
        Assert.Equal("""{"client_id":"client-id","client_secret":"shpss_test_secret","code":"c0de","expiring":"1"}""", body);
        var installation = Assert.Single(host.Installations);
        Assert.Equal("shpat_new", installation.Token.AccessToken);
        Assert.Equal("shprt_new", installation.Token.RefreshToken);
        Assert.Equal(["write_products", "read_orders"], installation.GrantedScopes);
        Assert.DoesNotContain("shpat", installation.ToString(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task Secret_rotated_during_the_flow_is_accepted()
    {
        await using var host = await InstallHost.StartAsync(static options => options.OldApiSecret = "shpss_old");
        var begun = await host.BeginAsync();

        using var response = await host.GetAsync(host.Callback(begun.State, secret: "shpss_old"), begun.Cookie);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    [Fact]
    public async Task Forged_signature_is_refused_and_does_not_use_up_the_state()
    {
        await using var host = await InstallHost.StartAsync();
        var begun = await host.BeginAsync();

        await RefusedAsync(host, HttpStatusCode.Unauthorized, host.Callback(begun.State, secret: "guess"), begun.Cookie);
        using var honest = await host.GetAsync(host.Callback(begun.State), begun.Cookie);

        Assert.Equal(HttpStatusCode.Redirect, honest.StatusCode);
    }

    [Fact]
    public async Task State_that_was_never_given_is_refused()
    {
        await using var host = await InstallHost.StartAsync();
        var begun = await host.BeginAsync();

        await RefusedAsync(host, HttpStatusCode.Forbidden, host.Callback("made-up"), begun.Cookie);
    }

    [Fact]
    public async Task State_works_once()
    {
        await using var host = await InstallHost.StartAsync();
        var begun = await host.BeginAsync();
        using var first = await host.GetAsync(host.Callback(begun.State), begun.Cookie);

        using var second = await host.GetAsync(host.Callback(begun.State), begun.Cookie);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, second.StatusCode);
        Assert.Single(host.Stub.Exchanges);
        Assert.Single(host.Installations);
    }

    [Fact]
    public async Task State_used_twice_at_the_same_time_works_once()
    {
        await using var host = await InstallHost.StartAsync();
        var begun = await host.BeginAsync();
        var callback = host.Callback(begun.State);

        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.GetAsync(callback, begun.Cookie)));

        Assert.Single(responses, static response => response.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(host.Stub.Exchanges);
    }

    [Fact]
    public async Task State_ends_after_ten_minutes()
    {
        await using var host = await InstallHost.StartAsync();
        var begun = await host.BeginAsync();
        host.Time.Advance(TimeSpan.FromMinutes(10));

        await RefusedAsync(host, HttpStatusCode.Forbidden, host.Callback(begun.State), begun.Cookie);
    }

    [Fact]
    public async Task Other_browser_is_refused()
    {
        await using var host = await InstallHost.StartAsync();
        var (begun, other) = (await host.BeginAsync(), await host.BeginAsync());

        await RefusedAsync(host, HttpStatusCode.Forbidden, host.Callback(begun.State), cookie: null);
        await RefusedAsync(host, HttpStatusCode.Forbidden, host.Callback(other.State), other.Cookie.Split('=')[0] + "=" + begun.Cookie.Split('=')[1]);
    }

    [Fact]
    public async Task Other_shop_than_the_one_begun_with_is_refused()
    {
        await using var host = await InstallHost.StartAsync();
        var begun = await host.BeginAsync();

        await RefusedAsync(host, HttpStatusCode.Forbidden, host.Callback(begun.State, shop: "other-shop.myshopify.com"), begun.Cookie);
    }

    [Theory]
    [InlineData(91)]
    [InlineData(-91)]
    [InlineData(86_400)]
    public async Task Stale_timestamp_is_refused(int seconds)
    {
        await using var host = await InstallHost.StartAsync();
        var begun = await host.BeginAsync();

        await RefusedAsync(host, HttpStatusCode.Unauthorized, host.Callback(begun.State, age: TimeSpan.FromSeconds(seconds)), begun.Cookie);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(-90)]
    public async Task Timestamp_within_ninety_seconds_is_accepted(int seconds)
    {
        await using var host = await InstallHost.StartAsync();
        var begun = await host.BeginAsync();

        using var response = await host.GetAsync(host.Callback(begun.State, age: TimeSpan.FromSeconds(seconds)), begun.Cookie);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    [Theory]
    [InlineData("hmac")]
    [InlineData("shop")]
    [InlineData("timestamp")]
    [InlineData("code")]
    [InlineData("state")]
    [InlineData("host")]
    [InlineData("STATE")]
    public async Task Repeated_parameter_is_refused(string name)
    {
        await using var host = await InstallHost.StartAsync();
        var begun = await host.BeginAsync();

        await RefusedAsync(host, HttpStatusCode.BadRequest, host.Callback(begun.State) + $"&{name}=x", begun.Cookie);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?shop=evil.example&state=s&hmac=h")]
    [InlineData("?shop=demo-shop.myshopify.com&code=c&timestamp=1")]
    [InlineData("?shop=demo-shop.myshopify.com&state=s")]
    public async Task Incomplete_callback_is_refused(string query)
    {
        await using var host = await InstallHost.StartAsync();

        await RefusedAsync(host, HttpStatusCode.BadRequest, "/shopify/callback" + query, null);
    }

    [Fact]
    public async Task Declined_installation_is_explained_without_repeating_the_request()
    {
        await using var host = await InstallHost.StartAsync();
        var begun = await host.BeginAsync();

        using var response = await host.GetAsync($"/shopify/callback?error=access_denied&error_description=<script>&state={begun.State}", begun.Cookie);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain("script", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Empty(host.Stub.Exchanges);
    }

    [Fact]
    public async Task Missing_scope_is_named_and_nothing_is_activated()
    {
        await using var host = await InstallHost.StartAsync();
        host.Stub.Answer = """{"access_token":"shpat_new","scope":"write_products"}""";
        var begun = await host.BeginAsync();

        using var response = await host.GetAsync(host.Callback(begun.State), begun.Cookie);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync(Token);
        Assert.Contains("read_orders", text, StringComparison.Ordinal);
        Assert.DoesNotContain("read_products", text, StringComparison.Ordinal);
        Assert.Empty(host.Installations);
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_request","error_description":"used"}""", HttpStatusCode.BadRequest)]
    [InlineData(400, """{"error":"invalid_client"}""", HttpStatusCode.BadGateway)]
    [InlineData(503, "<html></html>", HttpStatusCode.BadGateway)]
    [InlineData(200, "{}", HttpStatusCode.BadGateway)]
    public async Task Failed_exchange_activates_nothing(int status, string answer, HttpStatusCode expected)
    {
        await using var host = await InstallHost.StartAsync();
        (host.Stub.Status, host.Stub.Answer) = (status, answer);
        var begun = await host.BeginAsync();

        using var response = await host.GetAsync(host.Callback(begun.State), begun.Cookie);

        Assert.Equal(expected, response.StatusCode);
        Assert.Empty(host.Installations);
    }

    private static async Task RefusedAsync(InstallHost host, HttpStatusCode status, string callback, string? cookie)
    {
        using var response = await host.GetAsync(callback, cookie);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await response.Content.ReadAsStringAsync(Token));
        Assert.Empty(host.Stub.Exchanges);
        Assert.Empty(host.Installations);
    }
}
