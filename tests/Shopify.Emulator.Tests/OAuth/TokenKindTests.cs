using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Shopify.Emulator.Tests.BulkOperations;
using Shopify.Emulator.Tests.Webhooks;

namespace Shopify.Emulator.Tests.OAuth;

/// <summary>Migration, token exchange, client credentials, delegate and public tokens, giving scopes back.</summary>
public sealed class TokenKindTests
{
    private const string Exchange = "urn:ietf:params:oauth:grant-type:token-exchange";
    private const string Offline = "urn:shopify:params:oauth:token-type:offline-access-token";
    private const string IdToken = "urn:ietf:params:oauth:token-type:id_token";

    [Fact]
    public async Task A_non_expiring_token_migrates_and_the_answer_can_be_asked_for_again_for_seven_days()
    {
        await using var f = await ShopFixture.StartAsync();
        var old = f.Shop.Tokens.Grant(new(ShopFixture.AllScopes), expiring: false, online: false).AccessToken.Text;
        Assert.Equal(HttpStatusCode.Forbidden, (await f.PostAdminAsync("{ shop { id } }", token: old)).StatusCode);
        var pair = await TokenAsync(f, Migrate(old));
        Assert.Equal(3600, (int)pair["expires_in"]!);
        Assert.Equal(HttpStatusCode.Unauthorized, (await f.PostAdminAsync("{ shop { id } }", token: old)).StatusCode);
        Assert.Equal((string?)pair["access_token"], (string?)(await TokenAsync(f, Migrate(old)))["access_token"]);
        f.Time.Advance(TimeSpan.FromDays(7));
        Assert.Equal("invalid_subject_token", (string?)(await TokenAsync(f, Migrate(old)))["error"]);
    }

    [Fact]
    public async Task The_replay_of_a_migration_ends_when_its_pair_is_refreshed()
    {
        await using var f = await ShopFixture.StartAsync();
        var old = f.Shop.Tokens.Grant(new(ShopFixture.AllScopes), expiring: false, online: false).AccessToken.Text;
        var pair = await TokenAsync(f, Migrate(old));
        Assert.NotNull((await TokenAsync(f, new() { ["grant_type"] = "refresh_token", ["refresh_token"] = (string)pair["refresh_token"]! }))["access_token"]);
        Assert.Equal("invalid_subject_token", (string?)(await TokenAsync(f, Migrate(old)))["error"]);
    }

    [Fact]
    public async Task A_session_token_is_exchanged_when_its_signature_and_time_are_right()
    {
        await using var f = await ShopFixture.StartAsync();
        f.Shop.Uninstall();
        Assert.Equal("invalid_client", (string?)(await TokenAsync(f, Session(f.Shop.CreateSessionToken())))["error"]);
        f.Shop.Install("read_products");
        var session = f.Shop.CreateSessionToken();
        var answer = await TokenAsync(f, Session(session));
        Assert.Equal("read_products", (string?)answer["scope"]);
        Assert.NotNull(answer["refresh_token"]);
        Assert.Equal("invalid_subject_token", (string?)(await TokenAsync(f, Session(session[..^2] + "xx")))["error"]);
        f.Time.Advance(TimeSpan.FromSeconds(71));
        Assert.Equal("invalid_subject_token", (string?)(await TokenAsync(f, Session(session)))["error"]);
    }

    [Fact]
    public async Task Client_credentials_give_a_day_without_a_refresh_token_where_the_app_is_installed()
    {
        await using var f = await ShopFixture.StartAsync();
        var answer = await TokenAsync(f, new() { ["grant_type"] = "client_credentials" });
        Assert.InRange((int)answer["expires_in"]!, 86_399, 86_400);
        Assert.Null(answer["refresh_token"]);
        Assert.Equal(HttpStatusCode.OK, (await f.PostAdminAsync("{ shop { id } }", token: (string)answer["access_token"]!)).StatusCode);
        f.Shop.Uninstall();
        Assert.Equal("invalid_client", (string?)(await TokenAsync(f, new() { ["grant_type"] = "client_credentials" }))["error"]);
    }

    [Fact]
    public async Task Delegate_tokens_may_less_live_shorter_and_die_with_their_parent()
    {
        await using var f = await ShopFixture.StartAsync();
        const string Create = "mutation D($scopes: [String!]!, $expiresIn: Int) { delegateAccessTokenCreate(input: { delegateAccessScope: $scopes, expiresIn: $expiresIn }) { delegateAccessToken { accessToken accessScopes expiresIn } userErrors { code } } }";
        var late = (await f.AdminDataAsync(Create, new { scopes = new[] { "read_products" }, expiresIn = 7200 }))["delegateAccessTokenCreate"]!;
        Assert.Equal("EXPIRES_AFTER_PARENT", (string?)late["userErrors"]![0]!["code"]);
        var token = (string)(await f.AdminDataAsync(Create, new { scopes = new[] { "read_products" }, expiresIn = 60 }))["delegateAccessTokenCreate"]!["delegateAccessToken"]!["accessToken"]!;
        Assert.NotNull((await f.AdminAsync("{ productsCount { count } }", token: token))["data"]);
        Assert.Equal("ACCESS_DENIED", (string?)(await f.AdminAsync("{ orders(first: 1) { nodes { id } } }", token: token))["errors"]![0]!["extensions"]!["code"]);
        f.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(HttpStatusCode.Unauthorized, (await f.PostAdminAsync("{ shop { id } }", token: token)).StatusCode);
        var second = (string)(await f.AdminDataAsync(Create, new { scopes = new[] { "read_products" } }))["delegateAccessTokenCreate"]!["delegateAccessToken"]!["accessToken"]!;
        f.Shop.IssueAccessToken("read_products");
        Assert.Equal(HttpStatusCode.Unauthorized, (await f.PostAdminAsync("{ shop { id } }", token: second)).StatusCode);
    }

    [Fact]
    public async Task Public_storefront_tokens_open_the_storefront_until_deleted()
    {
        await using var f = await ShopFixture.StartAsync();
        var made = (await f.AdminDataAsync("mutation { storefrontAccessTokenCreate(input: { title: \"web\" }) { storefrontAccessToken { id accessToken } userErrors { message } } }"))
            ["storefrontAccessTokenCreate"]!["storefrontAccessToken"]!;
        Assert.Equal(HttpStatusCode.OK, (await PublicAsync(f, (string)made["accessToken"]!)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PublicAsync(f, "other")).StatusCode);
        await f.AdminDataAsync("mutation D($id: ID!) { storefrontAccessTokenDelete(input: { id: $id }) { deletedStorefrontAccessTokenId userErrors { message } } }", new { id = (string?)made["id"] });
        Assert.Equal(HttpStatusCode.Unauthorized, (await PublicAsync(f, (string)made["accessToken"]!)).StatusCode);
    }

    [Fact]
    public async Task Scopes_that_are_given_back_are_gone_at_once_and_told()
    {
        await using var f = await ShopFixture.StartAsync(static o => o.AllowHttpWebhookAddresses = true);
        await using var receiver = await WebhookReceiver.StartAsync();
        await BulkTests.SubscribeAsync(f, receiver, "APP_SCOPES_UPDATE");
        const string Revoke = "mutation R($scopes: [String!]!) { appRevokeAccessScopes(scopes: $scopes) { revoked { handle } userErrors { code } } }";
        Assert.Equal("UNKNOWN_SCOPES", (string?)(await f.AdminDataAsync(Revoke, new { scopes = new[] { "read_themes" } }))["appRevokeAccessScopes"]!["userErrors"]![0]!["code"]);
        Assert.Equal("CANNOT_REVOKE_IMPLIED_SCOPES", (string?)(await f.AdminDataAsync(Revoke, new { scopes = new[] { "read_orders" } }))["appRevokeAccessScopes"]!["userErrors"]![0]!["code"]);
        await f.AdminDataAsync(Revoke, new { scopes = new[] { "write_orders" } });
        Assert.Equal("ACCESS_DENIED", (string?)(await f.AdminAsync("{ orders(first: 1) { nodes { id } } }"))["errors"]![0]!["extensions"]!["code"]);
        var told = JsonNode.Parse((await receiver.NextAsync()).Body)!;
        Assert.Contains(told["previous"]!.AsArray(), static s => (string?)s == "write_orders");
        Assert.DoesNotContain(told["current"]!.AsArray(), static s => (string?)s == "write_orders");
    }

    private static Dictionary<string, string> Migrate(string token) => new()
    {
        ["grant_type"] = Exchange, ["subject_token"] = token, ["subject_token_type"] = Offline, ["requested_token_type"] = Offline, ["expiring"] = "1",
    };

    private static Dictionary<string, string> Session(string token) => new()
    {
        ["grant_type"] = Exchange, ["subject_token"] = token, ["subject_token_type"] = IdToken, ["requested_token_type"] = Offline, ["expiring"] = "1",
    };

    private static async Task<JsonNode> TokenAsync(ShopFixture f, Dictionary<string, string> body)
    {
        body["client_id"] = ShopFixture.Key;
        body["client_secret"] = ShopFixture.Secret;
        return await ShopFixture.ReadAsync(await f.Http.PostAsync($"{f.Shop.Url}/admin/oauth/access_token", JsonContent.Create(body), TestContext.Current.CancellationToken));
    }

    private static Task<HttpResponseMessage> PublicAsync(ShopFixture f, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{f.Shop.Url}/api/2026-10/graphql.json") { Content = JsonContent.Create(new { query = "{ products(first: 1) { nodes { id } } }" }) };
        request.Headers.Add("X-Shopify-Storefront-Access-Token", token);
        return f.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
