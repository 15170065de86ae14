using System.Net;

namespace ShopBot.Dashboard.Tests;

public sealed class DashboardTests
{
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["whatsapp_enabled"] = "on",
        ["whatsapp_token"] = "EAAG-secret-token",
        ["whatsapp_phone_number_id"] = "100200300",
        ["whatsapp_business_account_id"] = "900800700",
        ["whatsapp_verify_token"] = "secret-verify-token",
        ["whatsapp_app_secret"] = "secret-app-secret",
        ["welcome_message"] = "Servus & \"Grüß\" <script>alert(1)</script>",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/shopify/setup")]
    [InlineData("/shopify/admin")]
    public async Task Without_a_session_nothing_is_shown(string path)
    {
        await using var server = await DashboardServer.StartAsync();
        using var browser = await server.BrowserAsync(shop: null);

        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.DoesNotContain(DashboardServer.Shop, await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_session_nothing_is_saved()
    {
        await using var server = await DashboardServer.StartAsync();
        using var browser = await server.BrowserAsync(shop: null);
        using var form = new FormUrlEncodedContent(Settings);

        using var answer = await browser.PostAsync(new Uri("/shopify/configure", UriKind.Relative), form, Token);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.False((await server.Stores.FindByShopDomainAsync(DashboardServer.Shop, Token))!.WhatsAppEnabled);
    }

    [Theory]
    [InlineData("demo-shop.myshopify.com")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("not base64!")]
    public async Task Invented_cookie_is_nobody(string cookie)
    {
        await using var server = await DashboardServer.StartAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusWithCookieAsync(server, cookie));
    }

    [Fact]
    public async Task Cookie_of_another_deployment_or_with_any_change_is_nobody()
    {
        await using var server = await DashboardServer.StartAsync();
        await using var other = await DashboardServer.StartAsync();
        var own = await CookieAsync(server);

        Assert.Equal(HttpStatusCode.OK, await StatusWithCookieAsync(server, own));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusWithCookieAsync(server, await CookieAsync(other)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusWithCookieAsync(server, own[..^2] + (own[^2] == 'A' ? 'B' : 'A') + own[^1]));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusWithCookieAsync(server, own[..(own.Length / 2)]));
    }

    [Fact]
    public async Task Session_of_a_shop_that_is_not_installed_is_nobody()
    {
        await using var server = await DashboardServer.StartAsync();
        using var browser = await server.BrowserAsync("other-shop.myshopify.com");

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync(new Uri("/shopify/setup", UriKind.Relative), Token)).StatusCode);
    }

    [Fact]
    public async Task Form_without_the_antiforgery_token_changes_nothing()
    {
        await using var server = await DashboardServer.StartAsync();
        using var browser = await server.BrowserAsync();
        using var form = new FormUrlEncodedContent(Settings);

        using var answer = await browser.PostAsync(new Uri("/shopify/configure", UriKind.Relative), form, Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False((await server.Stores.FindByShopDomainAsync(DashboardServer.Shop, Token))!.WhatsAppEnabled);
    }

    [Fact]
    public async Task Something_that_is_no_form_is_refused()
    {
        await using var server = await DashboardServer.StartAsync();
        using var browser = await server.BrowserAsync();
        using var json = new StringContent("{}", null, "application/json");

        using var answer = await browser.PostAsync(new Uri("/shopify/configure", UriKind.Relative), json, Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Saved_secrets_are_kept_and_never_shown()
    {
        await using var server = await DashboardServer.StartAsync();
        using var browser = await server.BrowserAsync();

        using var saved = await DashboardServer.SubmitAsync(browser, Settings);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("EAAG-secret-token", (await server.Stores.FindByShopDomainAsync(DashboardServer.Shop, Token))!.WhatsApp!.AccessToken);
        foreach (var path in new[] { "/shopify/setup", "/shopify/admin" })
        {
            var html = await browser.GetStringAsync(new Uri(path, UriKind.Relative), Token);
            Assert.DoesNotContain("secret", html.Replace("whatsapp_app_secret", "", StringComparison.Ordinal).Replace("App secret", "", StringComparison.OrdinalIgnoreCase), StringComparison.Ordinal);
            Assert.DoesNotContain("<script>", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<b>Shop", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Refused_form_says_why_beside_what_was_entered_but_never_repeats_secrets()
    {
        await using var server = await DashboardServer.StartAsync();
        using var browser = await server.BrowserAsync();

        using var refused = await DashboardServer.SubmitAsync(browser, new(Settings) { ["whatsapp_phone_number_id"] = "+1 555 000" });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var html = await refused.Content.ReadAsStringAsync(Token);
        Assert.Contains("digits only", html, StringComparison.Ordinal);
        Assert.Contains("555 000", html, StringComparison.Ordinal);
        Assert.DoesNotContain("EAAG-secret-token", html, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-verify-token", html, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-app-secret", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/shopify/setup", true)]
    [InlineData("/shopify/admin", true)]
    [InlineData("/shopify/setup", false)]
    public async Task Pages_allow_only_their_own_content_and_are_not_kept(string path, bool signedIn)
    {
        await using var server = await DashboardServer.StartAsync();
        using var browser = await server.BrowserAsync(signedIn ? DashboardServer.Shop : null);

        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative), Token);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Session_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        await using var server = await DashboardServer.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Url };

        using var answer = await http.GetAsync(new Uri($"/sign-in/{DashboardServer.Shop}", UriKind.Relative), Token);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("demo-shop", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Style_sheet_may_be_kept_under_its_name()
    {
        await using var server = await DashboardServer.StartAsync();
        using var browser = await server.BrowserAsync();
        var html = await browser.GetStringAsync(new Uri("/shopify/setup", UriKind.Relative), Token);
        var start = html.IndexOf("/_shopbot/", StringComparison.Ordinal);

        using var answer = await browser.GetAsync(new Uri(html[start..html.IndexOf('"', start)], UriKind.Relative), Token);

        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl!.Public);
    }

    private static async Task<string> CookieAsync(DashboardServer server)
    {
        using var http = new HttpClient { BaseAddress = server.Url };
        using var answer = await http.GetAsync(new Uri($"/sign-in/{DashboardServer.Shop}", UriKind.Relative), Token);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        return cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..cookie.IndexOf(';', StringComparison.Ordinal)];
    }

    private static async Task<HttpStatusCode> StatusWithCookieAsync(DashboardServer server, string cookie)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server.Url };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/shopify/setup");
        request.Headers.TryAddWithoutValidation("Cookie", "shopbot.owner=" + cookie);
        using var answer = await http.SendAsync(request, Token);
        return answer.StatusCode;
    }
}
