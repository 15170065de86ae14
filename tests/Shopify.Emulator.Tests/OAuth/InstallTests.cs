using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace Shopify.Emulator.Tests.OAuth;

/// <summary>The authorization code grant as a browser and an app go through it.</summary>
public sealed partial class InstallTests
{
    private const string Scopes = "read_products,write_orders,read_orders,unauthenticated_write_checkouts";

    [Fact]
    public async Task Merchant_sees_the_page_installs_and_the_app_gets_a_signed_callback_and_a_token_pair()
    {
        await using var f = await StartAsync();
        using var page = await GetAsync(f, Authorize(f));
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Install ShopBot", html, StringComparison.Ordinal);
        Assert.Contains("Lumen &amp; Oak", html, StringComparison.Ordinal);
        Assert.Contains("View and edit orders", html, StringComparison.Ordinal);

        var query = await ApproveAsync(f, html);
        Assert.Equal("n0nce_-A", query["state"]);
        Assert.Equal(ShopFixture.Domain, query["shop"]);
        Assert.Equal(f.Time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), query["timestamp"]);
        Assert.Equal("admin.shopify.com/store/demo-shop", Encoding.UTF8.GetString(Convert.FromBase64String(query["host"].PadRight((query["host"].Length + 3) / 4 * 4, '='))));
        var signed = string.Join('&', query.Where(p => p.Key != "hmac").OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"));
        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(ShopFixture.Secret), Encoding.UTF8.GetBytes(signed))), query["hmac"]);

        var (status, token) = await TokenAsync(f, new { client_id = ShopFixture.Key, client_secret = ShopFixture.Secret, code = query["code"], expiring = "1" });
        Assert.Equal(200, status);
        Assert.Equal("read_products,write_orders,unauthenticated_write_checkouts", (string?)token["scope"]);
        Assert.Equal(3600, (int)token["expires_in"]!);
        Assert.Equal(7_776_000, (int)token["refresh_token_expires_in"]!);
        Assert.StartsWith("shprt_", (string?)token["refresh_token"], StringComparison.Ordinal);
        Assert.Null((await f.AdminAsync("{ shop { id } }", token: (string)token["access_token"]!))["errors"]);
    }

    [Fact]
    public async Task A_code_works_once_and_for_sixty_seconds()
    {
        await using var f = await StartAsync();
        var code = await CodeAsync(f);
        Assert.Equal(200, (await ExchangeAsync(f, code)).Status);
        var (status, again) = await ExchangeAsync(f, code);
        Assert.Equal(400, status);
        Assert.Equal("invalid_request", (string?)again["error"]);
        var late = await CodeAsync(f);
        f.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(400, (await ExchangeAsync(f, late)).Status);
    }

    [Fact]
    public async Task Without_expiring_the_token_is_refused_by_the_admin_api_with_a_string()
    {
        await using var f = await StartAsync();
        var (_, token) = await TokenAsync(f, new { client_id = ShopFixture.Key, client_secret = ShopFixture.Secret, code = await CodeAsync(f) });
        Assert.Null(token["expires_in"]);
        Assert.Null(token["refresh_token"]);
        using var response = await f.PostAdminAsync("{ shop { id } }", token: (string)token["access_token"]!);
        Assert.Equal(403, (int)response.StatusCode);
        Assert.StartsWith("[API] Non-expiring access tokens are no longer accepted", (string?)(await ShopFixture.ReadAsync(response))["errors"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("client_id", "somebody-else", "invalid_request")]
    [InlineData("redirect_uri", "http://localhost:5000/shopify/callback/../evil", "invalid_request")]
    [InlineData("redirect_uri", "https://evil.example/shopify/callback", "invalid_request")]
    [InlineData("redirect_uri", "", "invalid_request")]
    [InlineData("scope", "read_products,rule_the_world", "invalid_scope")]
    public async Task Wrong_requests_get_an_error_page_and_no_redirect(string parameter, string value, string error)
    {
        await using var f = await StartAsync();
        using var page = await GetAsync(f, Authorize(f, (parameter, value)));
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains(error, await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_folder_on_the_allow_list_allows_what_is_below_it()
    {
        await using var f = await StartAsync(o => o.RedirectUris = ["http://localhost:5000/shopify/"]);
        using var inside = await GetAsync(f, Authorize(f));
        using var outside = await GetAsync(f, Authorize(f, ("redirect_uri", "http://localhost:5000/other")));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (inside.StatusCode, outside.StatusCode));
    }

    [Fact]
    public async Task Cancel_leaves_the_app_uninstalled_and_the_page_works_once()
    {
        await using var f = await StartAsync();
        using var page = await GetAsync(f, Authorize(f));
        var request = RequestId().Match(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Groups[1].Value;
        using var declined = await DecideAsync(f, request, "cancel");
        Assert.Equal(HttpStatusCode.OK, declined.StatusCode);
        using var again = await DecideAsync(f, request, "install");
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        Assert.False(f.Shop.IsInstalled);
    }

    [Fact]
    public async Task An_installed_shop_goes_straight_back_unless_more_is_asked()
    {
        await using var f = await StartAsync();
        await ExchangeAsync(f, await CodeAsync(f));
        using var same = await GetAsync(f, Authorize(f));
        using var more = await GetAsync(f, Authorize(f, ("scope", Scopes + ",read_customers")));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (same.StatusCode, more.StatusCode));
    }

    [Theory]
    [InlineData("wrong-key", ShopFixture.Secret)]
    [InlineData(ShopFixture.Key, "wrong-secret")]
    public async Task Wrong_client_credentials_are_invalid_client(string id, string secret)
    {
        await using var f = await StartAsync();
        var (status, body) = await TokenAsync(f, new { client_id = id, client_secret = secret, code = await CodeAsync(f) });
        Assert.Equal((400, "invalid_client"), (status, (string?)body["error"]));
    }

    [Fact]
    public async Task Pkce_is_checked_when_a_challenge_was_sent_and_can_be_ignored_like_production()
    {
        const string Verifier = "a-verifier-that-is-long-enough-for-the-rule-0123456789";
        var challenge = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        await using var f = await StartAsync();
        var ask = new[] { ("code_challenge", challenge), ("code_challenge_method", "S256") };
        Assert.Equal("invalid_grant", (string?)(await ExchangeAsync(f, await CodeAsync(f, ask))).Body["error"]);
        var right = await TokenAsync(f, new { client_id = ShopFixture.Key, client_secret = ShopFixture.Secret, code = await CodeAsync(f, ask), expiring = "1", code_verifier = Verifier });
        Assert.Equal(200, right.Status);
        await using var lax = await StartAsync(o => o.IgnorePkce = true);
        Assert.Equal(200, (await ExchangeAsync(lax, await CodeAsync(lax, ask))).Status);
    }

    [Fact]
    public async Task The_token_endpoint_reads_forms_too()
    {
        await using var f = await StartAsync();
        using var response = await f.Http.PostAsync($"{f.Shop.Url}/admin/oauth/access_token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["client_id"] = ShopFixture.Key, ["client_secret"] = ShopFixture.Secret, ["code"] = await CodeAsync(f), ["expiring"] = "1",
        }), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_per_user_grant_gives_an_online_token()
    {
        await using var f = await StartAsync();
        var (_, token) = await ExchangeAsync(f, await CodeAsync(f, ("grant_options[]", "per-user")));
        Assert.Equal(86_400, (int)token["expires_in"]!);
        Assert.NotNull(token["associated_user"]!["email"]);
        Assert.Null(token["refresh_token"]);
    }

    [Fact]
    public async Task Shops_are_found_by_path_by_host_and_when_there_is_only_one()
    {
        await using var f = await StartAsync();
        var path = $"{f.Emulator.BaseUrl}admin/oauth/authorize?{Authorize(f).Split('?')[1]}";
        using var only = await GetAsync(f, path);
        Assert.Equal(HttpStatusCode.OK, only.StatusCode);
        f.Emulator.AddShop("second-shop.myshopify.com");
        using var unclear = await GetAsync(f, path);
        Assert.Equal(HttpStatusCode.NotFound, unclear.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "second-shop.myshopify.com" } };
        using var byHost = await f.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains("second-shop.myshopify.com", await byHost.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>A shop in which nothing is installed yet.</summary>
    private static async Task<ShopFixture> StartAsync(Action<ShopifyEmulatorOptions>? configure = null)
    {
        var fixture = await ShopFixture.StartAsync(configure);
        fixture.Shop.Uninstall();
        return fixture;
    }

    private static string Authorize(ShopFixture f, params IEnumerable<(string Key, string Value)> changes)
    {
        var query = new Dictionary<string, string?>
        {
            ["client_id"] = ShopFixture.Key, ["scope"] = Scopes, ["redirect_uri"] = ShopFixture.Callback, ["state"] = "n0nce_-A",
        };
        foreach (var (key, value) in changes) query[key] = value;
        return QueryHelpers.AddQueryString($"{f.Shop.Url}/admin/oauth/authorize", query);
    }

    private static Task<HttpResponseMessage> GetAsync(ShopFixture f, string url) => f.Http.GetAsync(url, TestContext.Current.CancellationToken);

    private static Task<HttpResponseMessage> DecideAsync(ShopFixture f, string request, string decision) => f.Http.PostAsync(
        $"{f.Shop.Url}/admin/oauth/authorize", new FormUrlEncodedContent(new Dictionary<string, string> { ["request"] = request, ["decision"] = decision }),
        TestContext.Current.CancellationToken);

    private static async Task<Dictionary<string, string>> ApproveAsync(ShopFixture f, string html)
    {
        using var response = await DecideAsync(f, RequestId().Match(html).Groups[1].Value, "install");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.StartsWith(ShopFixture.Callback + "?", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(response.Headers.Location.Query).ToDictionary(p => p.Key, p => p.Value.Single()!);
    }

    private static async Task<string> CodeAsync(ShopFixture f, params IEnumerable<(string Key, string Value)> changes)
    {
        using var page = await GetAsync(f, Authorize(f, changes));
        if (page.StatusCode == HttpStatusCode.Redirect) return QueryHelpers.ParseQuery(page.Headers.Location!.Query)["code"].Single()!;
        return (await ApproveAsync(f, await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)))["code"];
    }

    private static Task<(int Status, JsonNode Body)> ExchangeAsync(ShopFixture f, string code) =>
        TokenAsync(f, new { client_id = ShopFixture.Key, client_secret = ShopFixture.Secret, code, expiring = "1" });

    private static async Task<(int Status, JsonNode Body)> TokenAsync(ShopFixture f, object body)
    {
        using var response = await f.Http.PostAsJsonAsync($"{f.Shop.Url}/admin/oauth/access_token", body, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await ShopFixture.ReadAsync(response));
    }

    [GeneratedRegex("name=\"request\" value=\"([0-9a-f]+)\"")]
    private static partial Regex RequestId();
}
