using System.Net;
using ShopBot.TestSupport.Owners;

namespace ReferenceHost.Tests.Webhooks;

/// <summary>A callback that Shopify did not send to this browser is refused before a token is asked for.</summary>
[Collection(TwoStores.Name)]
public sealed class ForgedCallbackTests(TwoStoresHost host) : IDisposable
{
    private const string Scopes = "read_products,read_orders,unauthenticated_read_product_listings,unauthenticated_read_checkouts,unauthenticated_write_checkouts";
    private const string Shop = "victim-shop.myshopify.com";
    private readonly OwnerBrowser _browser = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_signature_is_refused()
    {
        var state = await BeginAsync(_browser);
        var query = host.Shopify.CallbackQuery(Shop, state, Scopes);
        var forged = query[..^1] + (query[^1] == '0' ? '1' : '0');

        await AssertRefusedAsync(_browser, forged, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_signature_of_other_parameters_is_refused()
    {
        var state = await BeginAsync(_browser);
        var query = host.Shopify.CallbackQuery("other-shop.myshopify.com", state, Scopes).Replace("other-shop", "victim-shop", StringComparison.Ordinal);

        await AssertRefusedAsync(_browser, query, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_browser_without_the_state_cookie_is_refused()
    {
        var state = await BeginAsync(_browser);
        using var other = new OwnerBrowser();

        await AssertRefusedAsync(other, host.Shopify.CallbackQuery(Shop, state, Scopes), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Another_shop_than_the_one_begun_with_is_refused()
    {
        var state = await BeginAsync(_browser);

        await AssertRefusedAsync(_browser, host.Shopify.CallbackQuery("other-shop.myshopify.com", state, Scopes), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_state_nobody_gave_out_is_refused() =>
        await AssertRefusedAsync(_browser, host.Shopify.CallbackQuery(Shop, "never-given-out", Scopes), HttpStatusCode.Forbidden);

    [Fact]
    public async Task A_state_works_once()
    {
        var state = await BeginAsync(_browser);
        var first = await _browser.StepAsync(Callback(host.Shopify.CallbackQuery(Shop, state, Scopes)), Token);
        Assert.Equal("/shopify/setup", first.Location?.AbsolutePath);

        await AssertRefusedAsync(_browser, host.Shopify.CallbackQuery(Shop, state, Scopes), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_shop_that_grants_less_than_asked_is_not_installed()
    {
        var state = await BeginAsync(_browser);

        var page = await _browser.StepAsync(Callback(host.Shopify.CallbackQuery(Shop, state, "read_products")), Token);

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("read_orders", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shop=evil.example.com")]
    [InlineData("shop=victim-shop.myshopify.com.evil.example")]
    [InlineData("shop=")]
    [InlineData("shop=a.myshopify.com&shop=b.myshopify.com")]
    public async Task An_installation_of_something_that_is_no_shop_is_refused(string query)
    {
        var page = await _browser.StepAsync(new Uri(host.Process.Url, $"shopify/install?{query}"), Token);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
    }

    public void Dispose() => _browser.Dispose();

    /// <summary>Begins an installation and stops at Shopify's door.</summary>
    private async Task<string> BeginAsync(OwnerBrowser browser)
    {
        var page = await browser.StepAsync(new Uri(host.Process.Url, $"shopify/install?shop={Shop}"), Token);
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(page.Location!.Query);
        Assert.Equal(new Uri(host.Process.Url, "shopify/callback").AbsoluteUri, query["redirect_uri"]);
        return query["state"].ToString();
    }

    private async Task AssertRefusedAsync(OwnerBrowser browser, string query, HttpStatusCode status)
    {
        var asked = host.Shopify.TokenRequests;

        var page = await browser.StepAsync(Callback(query), Token);

        Assert.Equal(status, page.Status);
        Assert.Equal(asked, host.Shopify.TokenRequests);
        var setup = await browser.StepAsync(new Uri(host.Process.Url, "shopify/setup"), Token);
        if (setup.Status != HttpStatusCode.Unauthorized)
            Assert.DoesNotContain("other-shop", setup.Html, StringComparison.Ordinal);
    }

    private Uri Callback(string query) => new(host.Process.Url, $"shopify/callback?{query}");
}
