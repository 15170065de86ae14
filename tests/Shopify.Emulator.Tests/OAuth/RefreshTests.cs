using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Shopify.Emulator.Faults;
using Shopify.Emulator.OAuth;

namespace Shopify.Emulator.Tests.OAuth;

/// <summary>Life and rotation of tokens.</summary>
public sealed class RefreshTests
{
    [Fact]
    public async Task Access_tokens_die_after_an_hour_and_refresh_gives_two_new_ones()
    {
        await using var f = await ShopFixture.StartAsync();
        var pair = Grant(f);
        f.Time.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal(401, await AdminStatusAsync(f, pair.AccessToken.Text));
        var (status, body) = await RefreshAsync(f, pair.RefreshToken!);
        Assert.Equal(200, status);
        Assert.NotEqual(pair.RefreshToken, (string?)body["refresh_token"]);
        Assert.Equal(3600, (int)body["expires_in"]!);
        Assert.Equal(200, await AdminStatusAsync(f, (string)body["access_token"]!));
    }

    [Fact]
    public async Task Refreshing_revokes_the_old_access_token()
    {
        await using var f = await ShopFixture.StartAsync();
        var pair = Grant(f);
        await RefreshAsync(f, pair.RefreshToken!);
        Assert.Equal(401, await AdminStatusAsync(f, pair.AccessToken.Text));
    }

    [Fact]
    public async Task A_used_refresh_token_works_again_until_its_replacement_is_used()
    {
        await using var f = await ShopFixture.StartAsync();
        var pair = Grant(f);
        f.Emulator.Faults.OnToken(Fault.TimeoutAfterCommit);
        var issued = f.Shop.IssuedTokenCount;
        await ShopFixture.GiveUpAsync(
            token => f.Http.PostAsJsonAsync($"{f.Shop.Url}/admin/oauth/access_token", Body(pair.RefreshToken!), token), () => f.Shop.IssuedTokenCount > issued);
        var (status, recovered) = await RefreshAsync(f, pair.RefreshToken!);
        Assert.Equal(200, status);
        Assert.Equal(200, await AdminStatusAsync(f, (string)recovered["access_token"]!));
        var (refused, error) = await RefreshAsync(f, pair.RefreshToken!);
        Assert.Equal((400, "invalid_grant"), (refused, (string?)error["error"]));
    }

    [Fact]
    public async Task The_retry_window_ends_after_thirty_days_and_the_token_after_ninety()
    {
        await using var f = await ShopFixture.StartAsync();
        var used = Grant(f);
        await RefreshAsync(f, used.RefreshToken!);
        f.Time.Advance(TimeSpan.FromDays(31));
        Assert.Equal(400, (await RefreshAsync(f, used.RefreshToken!)).Status);
        var unused = Grant(f);
        f.Time.Advance(TimeSpan.FromDays(90));
        Assert.Equal(400, (await RefreshAsync(f, unused.RefreshToken!)).Status);
    }

    [Fact]
    public async Task A_new_grant_replaces_the_pair()
    {
        await using var f = await ShopFixture.StartAsync();
        var old = Grant(f);
        Grant(f);
        Assert.Equal(401, await AdminStatusAsync(f, old.AccessToken.Text));
        Assert.Equal(400, (await RefreshAsync(f, old.RefreshToken!)).Status);
    }

    [Fact]
    public async Task Uninstall_kills_every_token_with_a_string_error()
    {
        await using var f = await ShopFixture.StartAsync();
        f.Shop.Uninstall();
        using var response = await f.PostAdminAsync("{ shop { id } }");
        Assert.Equal(401, (int)response.StatusCode);
        Assert.Equal("[API] Invalid API key or access token (unrecognized login or wrong password)", (string?)(await ShopFixture.ReadAsync(response))["errors"]);
        Assert.False(f.Shop.IsInstalled);
    }

    [Fact]
    public async Task Unknown_grant_types_are_refused()
    {
        await using var f = await ShopFixture.StartAsync();
        using var response = await f.Http.PostAsJsonAsync($"{f.Shop.Url}/admin/oauth/access_token",
            new { client_id = ShopFixture.Key, client_secret = ShopFixture.Secret, grant_type = "password" }, TestContext.Current.CancellationToken);
        Assert.Equal("unsupported_grant_type", (string?)(await ShopFixture.ReadAsync(response))["error"]);
    }

    private static TokenPair Grant(ShopFixture f) => f.Shop.Tokens.Grant(new GrantedScopes(["read_products"]), expiring: true, online: false);

    private static object Body(string refreshToken) =>
        new { client_id = ShopFixture.Key, client_secret = ShopFixture.Secret, grant_type = "refresh_token", refresh_token = refreshToken };

    private static async Task<(int Status, JsonNode Body)> RefreshAsync(ShopFixture f, string refreshToken)
    {
        using var response = await f.Http.PostAsJsonAsync($"{f.Shop.Url}/admin/oauth/access_token", Body(refreshToken), TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await ShopFixture.ReadAsync(response));
    }

    private static async Task<int> AdminStatusAsync(ShopFixture f, string token)
    {
        using var response = await f.PostAdminAsync("{ shop { id } }", token: token);
        return (int)response.StatusCode;
    }
}
