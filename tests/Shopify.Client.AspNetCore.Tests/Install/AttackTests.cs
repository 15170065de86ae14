using System.Globalization;
using System.Net;
using Shopify.Client.AspNetCore.Tests.Support;

namespace Shopify.Client.AspNetCore.Tests.Install;

/// <summary>Everything somebody might try on the two addresses, over real HTTP. Each is refused, asks Shopify for nothing and installs nothing.</summary>
public sealed class AttackTests
{
    private const string Evil = "evil.example";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Values of <c>shop</c> that name no shop. As they stand in the address, so encoded.</summary>
    public static TheoryData<string> ForeignHosts =>
    [
        "", "%20", "evil.example", "https://evil.example", "https%3A%2F%2Fevil.example%2F", "//evil.example", "evil.example/demo-shop.myshopify.com",
        "demo-shop.myshopify.com.evil.example", "demo-shop.myshopify.com-evil.example", "demo-shopmyshopify.com", "demo-shop.notmyshopify.com",
        "demo-shop.myshopify.com.", "demo-shop.myshopify.com..", ".myshopify.com", "myshopify.com", "a.b.myshopify.com", "-demo.myshopify.com",
        "demo_shop.myshopify.com", "demo-shop.shopify.com", "demo-shop.myshopify.io", "demo-shop.shop.dev", "demo-shop.spin.dev",
        "demo-shop.myshopify.com%40evil.example", "user%40demo-shop.myshopify.com", "user:pass%40demo-shop.myshopify.com", "evil.example%23.myshopify.com",
        "evil.example%3F.myshopify.com", "evil.example%5C.myshopify.com", "evil.example%5C%40demo-shop.myshopify.com", "demo-shop.myshopify.com:443",
        "demo-shop.myshopify.com%3A8443", "demo-shop.myshopify.com%0Aevil.example", "demo-shop.myshopify.com%0D%0AX-Injected:%201", "demo-shop.myshopify.com%00",
        "demo-shop%252Emyshopify.com", "demo-shop.myshopify.com%252Eevil.example", "demo-shop%2520.myshopify.com", "127.0.0.1", "localhost:8080", "[::1]", "169.254.169.254",
        "demo%C2%ADshop.myshopify.com", "demo-%E2%84%AAshop.myshopify.com", "d%C4%B1mo.myshopify.com", "demo-shop%E3%80%82myshopify.com", "demo-shop%EF%BC%8Emyshopify.com",
        "xn--demo.evil.example", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "admin.shopify.com/store/", "admin.shopify.com/store/evil.example",
        "admin.shopify.com.evil.example/store/demo-shop", "admin.shopify.com/store/a%40b", "demo-shop.myshopify.com/%40evil.example",
        "demo-shop.myshopify.com/%5Cevil.example", "demo-shop.myshopify.com/%23%40evil.example", "https://demo-shop.myshopify.com/%2F..%2F%40evil.example",
        "demo-shop.myshopify.com/%250Aevil.example",
    ];

    [Theory]
    [MemberData(nameof(ForeignHosts))]
    public async Task An_installation_of_no_shop_does_not_begin(string shop)
    {
        await using var host = await InstallHost.StartAsync();

        await RefusedAsync(host, "/shopify/install?shop=" + shop, null);
    }

    [Theory]
    [MemberData(nameof(ForeignHosts))]
    public async Task A_callback_of_no_shop_is_refused_even_when_it_is_signed(string shop)
    {
        await using var host = await InstallHost.StartAsync();
        var begun = await host.BeginAsync();

        await RefusedAsync(host, InstallHost.SignedCallback(Replace(host.Parameters(begun.State), "shop", Uri.UnescapeDataString(shop))), begun.Cookie);
    }

    [Theory]
    [InlineData("demo-shop")]
    [InlineData("https://demo-shop.myshopify.com")]
    [InlineData("demo-shop.myshopify.com/")]
    [InlineData("demo-shop.myshopify.com/admin")]
    [InlineData("admin.shopify.com/store/demo-shop")]
    [InlineData(" demo-shop.myshopify.com")]
    public async Task Only_a_person_may_write_a_shop_in_another_form_Shopify_never_does(string shop)
    {
        await using var host = await InstallHost.StartAsync();
        var begun = await host.BeginAsync(Uri.EscapeDataString(shop));

        await RefusedAsync(host, InstallHost.SignedCallback(Replace(host.Parameters(begun.State), "shop", shop)), begun.Cookie);
        await RefusedAsync(host, InstallHost.Signed("/shopify/install", Replace(host.Parameters("s").Where(static pair => pair.Key is "shop" or "timestamp"), "shop", shop)), null);
    }

    public static TheoryData<string> Names => ["hmac", "shop", "timestamp", "code", "state", "host", "HMAC", "Shop", "TimeStamp", "CODE", "State", "Host"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_parameter_that_decides_anything_may_occur_once(string name)
    {
        await using var host = await InstallHost.StartAsync();
        var begun = await host.BeginAsync();
        var honest = InstallHost.SignedCallback(host.Parameters(begun.State));

        await RefusedAsync(host, $"{honest}&{name}=x", begun.Cookie);
        await RefusedAsync(host, honest.Replace("?", $"?{name}=x&", StringComparison.Ordinal), begun.Cookie);
        await RefusedAsync(host, $"{honest}&{name}=", begun.Cookie);
        await RefusedAsync(host, $"{honest}&%{(int)name[0]:X2}{name[1..]}=x", begun.Cookie);
    }

    [Theory]
    [InlineData("hmac")]
    [InlineData("shop")]
    [InlineData("timestamp")]
    [InlineData("code")]
    [InlineData("state")]
    public async Task A_part_that_is_missing_or_empty_is_missed(string name)
    {
        await using var host = await InstallHost.StartAsync();
        var begun = await host.BeginAsync();
        var parameters = host.Parameters(begun.State);
        var without = parameters.Where(pair => pair.Key != name);

        await RefusedAsync(host, InstallHost.SignedCallback(without, withSignature: name != "hmac"), begun.Cookie);
        var again = await host.BeginAsync();
        var empty = name == "hmac"
            ? InstallHost.SignedCallback(host.Parameters(again.State), withSignature: false) + "&hmac="
            : InstallHost.SignedCallback(Replace(host.Parameters(again.State), name, ""));
        await RefusedAsync(host, empty, again.Cookie);
    }

    [Theory]
    [InlineData("91")]
    [InlineData("-91")]
    [InlineData("3600")]
    [InlineData("86400")]
    public async Task An_old_or_future_timestamp_is_refused_on_both_addresses(string age)
    {
        await using var host = await InstallHost.StartAsync();
        var begun = await host.BeginAsync();
        var at = (host.Time.GetUtcNow().ToUnixTimeSeconds() - long.Parse(age, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);

        await RefusedAsync(host, InstallHost.SignedCallback(Replace(host.Parameters(begun.State), "timestamp", at)), begun.Cookie);
        await RefusedAsync(host, InstallHost.Signed("/shopify/install", [KeyValuePair.Create("shop", InstallHost.Shop), KeyValuePair.Create("timestamp", at)]), null);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("1795348800.0")]
    [InlineData("+1795348800")]
    [InlineData(" 1795348800")]
    [InlineData("0x6B02F400")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("9223372036854775807")]
    [InlineData("253402300800")]
    public async Task A_timestamp_that_is_no_number_is_refused(string timestamp)
    {
        await using var host = await InstallHost.StartAsync();
        var begun = await host.BeginAsync();

        await RefusedAsync(host, InstallHost.SignedCallback(Replace(host.Parameters(begun.State), "timestamp", timestamp)), begun.Cookie);
    }

    [Theory]
    [InlineData("added=1")]
    [InlineData("shop[]=x")]
    [InlineData("scope=write_orders")]
    [InlineData("&")]
    public async Task A_query_with_more_in_it_than_was_signed_is_refused(string added)
    {
        await using var host = await InstallHost.StartAsync();
        var begun = await host.BeginAsync();
        var callback = InstallHost.SignedCallback(host.Parameters(begun.State)) + "&" + added;
        using var response = await host.GetAsync(callback, begun.Cookie);

        // An empty parameter is none at all, so that one is what was signed.
        Assert.Equal(added == "&" ? HttpStatusCode.Redirect : HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("zz")]
    [InlineData("%00")]
    [InlineData("AAAA")]
    public async Task A_wrong_signature_is_refused_on_both_addresses(string hmac)
    {
        await using var host = await InstallHost.StartAsync();
        var begun = await host.BeginAsync();

        await RefusedAsync(host, InstallHost.SignedCallback(host.Parameters(begun.State), withSignature: false) + "&hmac=" + hmac, begun.Cookie);
        await RefusedAsync(host, $"/shopify/install?shop={InstallHost.Shop}&timestamp={host.Time.GetUtcNow().ToUnixTimeSeconds()}&hmac={hmac}", null);
    }

    [Fact]
    public async Task A_signature_made_with_another_key_is_refused()
    {
        await using var host = await InstallHost.StartAsync(static options => options.OldApiSecret = "shpss_old");
        var begun = await host.BeginAsync();

        foreach (var secret in new[] { "", "client-id", "shpss_older", InstallHost.Secret.ToUpperInvariant() })
            await RefusedAsync(host, host.Callback(begun.State, secret: secret), begun.Cookie);
    }

    [Fact]
    public async Task A_state_works_once_in_one_browser_for_one_shop()
    {
        await using var host = await InstallHost.StartAsync();

        var other = await host.BeginAsync();
        var begun = await host.BeginAsync();
        await RefusedAsync(host, host.Callback(begun.State), null);
        begun = await host.BeginAsync();
        await RefusedAsync(host, host.Callback(begun.State), other.Cookie);
        begun = await host.BeginAsync();
        await RefusedAsync(host, host.Callback(begun.State), $"{begun.Cookie.Split('=')[0]}={other.Cookie.Split('=')[1]}");
        begun = await host.BeginAsync();
        await RefusedAsync(host, host.Callback(begun.State, shop: "other-shop.myshopify.com"), begun.Cookie);
        // Used up by the try before.
        await RefusedAsync(host, host.Callback(begun.State), begun.Cookie);
        await RefusedAsync(host, host.Callback("never-given-out"), begun.Cookie);
        await RefusedAsync(host, host.Callback(other.State + "%00"), other.Cookie);
        await RefusedAsync(host, host.Callback(other.State.ToUpperInvariant()), other.Cookie);
    }

    [Fact]
    public async Task A_callback_cannot_be_replayed()
    {
        await using var host = await InstallHost.StartAsync();
        var begun = await host.BeginAsync();
        var callback = host.Callback(begun.State);
        using (var first = await host.GetAsync(callback, begun.Cookie))
            Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);

        using var second = await host.GetAsync(callback, begun.Cookie);

        Assert.Equal(HttpStatusCode.Forbidden, second.StatusCode);
        Assert.Single(host.Installations);
    }

    [Theory]
    [InlineData("returnTo=https://evil.example")]
    [InlineData("redirect_uri=https://evil.example")]
    [InlineData("next=//evil.example")]
    [InlineData("host=ZXZpbC5leGFtcGxl")]
    public async Task No_parameter_chooses_where_the_browser_goes(string added)
    {
        await using var host = await InstallHost.StartAsync();

        using var response = await host.GetAsync($"/shopify/install?shop={InstallHost.Shop}&{added}");

        Assert.Equal("demo-shop.myshopify.com", response.Headers.Location?.Host);
        Assert.DoesNotContain("evil", response.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("ZXZpbC", response.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_redirect_address_comes_from_configuration_not_from_the_request()
    {
        await using var host = await InstallHost.StartAsync();

        using var response = await host.GetAsync("/shopify/install?shop=" + InstallHost.Shop, headers: [("Host", Evil), ("X-Forwarded-Host", Evil)]);

        Assert.Contains("redirect_uri=https%3A%2F%2Fapp.example%2Fbase%2Fshopify%2Fcallback&", response.Headers.Location?.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("https://app.example@evil.example/")]
    [InlineData("https://app.example.evil.example/")]
    [InlineData("http://app.example/")]
    [InlineData("https://other-shop.myshopify.com/admin")]
    [InlineData("javascript:alert(1)")]
    [InlineData("setup")]
    [InlineData("")]
    public async Task A_handler_that_believes_a_parameter_cannot_make_an_open_redirect(string next)
    {
        await using var host = await InstallHost.StartAsync(next: next);
        var begun = await host.BeginAsync();

        using var response = await host.GetAsync(host.Callback(begun.State), begun.Cookie);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Null(response.Headers.Location);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/setup?welcome=1#top")]
    [InlineData("https://app.example/base/setup")]
    [InlineData("https://admin.shopify.com/store/demo-shop/apps/client-id")]
    [InlineData("https://demo-shop.myshopify.com/admin/apps/client-id")]
    public async Task A_handler_may_send_the_browser_to_this_host_to_the_shop_and_to_its_admin(string next)
    {
        await using var host = await InstallHost.StartAsync(next: next);
        var begun = await host.BeginAsync();

        using var response = await host.GetAsync(host.Callback(begun.State), begun.Cookie);

        Assert.Equal(next, response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("facebookexternalhit/1.1")]
    [InlineData("WhatsApp/2.24.1 A")]
    [InlineData("Slackbot-LinkExpanding 1.0")]
    public async Task A_link_preview_begins_nothing(string userAgent)
    {
        await using var host = await InstallHost.StartAsync();

        using var response = await host.GetAsync("/shopify/install?shop=" + InstallHost.Shop, headers: [("User-Agent", userAgent)]);

        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    private static IEnumerable<KeyValuePair<string, string>> Replace(IEnumerable<KeyValuePair<string, string>> parameters, string name, string value) =>
        parameters.Select(pair => pair.Key == name ? KeyValuePair.Create(name, value) : pair);

    private static async Task RefusedAsync(InstallHost host, string address, string? cookie)
    {
        using var response = await host.GetAsync(address, cookie);

        Assert.InRange((int)response.StatusCode, 400, 499);
        Assert.Null(response.Headers.Location);
        Assert.Empty(host.Stub.Exchanges);
        Assert.Empty(host.Installations);
        var text = await response.Content.ReadAsStringAsync(Token);
        Assert.DoesNotContain("evil", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("X-Injected", string.Join(',', response.Headers.Select(static header => header.Key)), StringComparison.Ordinal);
    }
}
