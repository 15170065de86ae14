using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Tests.Support;
using ShopBot.Shopify.Tokens;
using Shopify.Client;
using Shopify.Client.Auth;

namespace ShopBot.Shopify.Tests.Tokens;

public sealed class ShopifySessionsTests
{
    private const string NextPair =
        """{"access_token":"shpat-2","scope":"read_products","expires_in":3600,"refresh_token":"shprt-2","refresh_token_expires_in":7776000}""";

    private static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_TokenThatLastsOrNeverEnds_IsUsedAsItIs()
    {
        await using var host = await ShopHost.StartAsync(Expiring(TimeSpan.FromMinutes(60)));
        Assert.Equal("shpat-1", (await SessionAsync(host)).AccessToken);
        await using var forever = await ShopHost.StartAsync();
        Assert.Equal("shpat-1", (await SessionAsync(forever)).AccessToken);

        Assert.Empty(host.Calls);
        Assert.Empty(forever.Calls);
    }

    [Fact]
    public async Task GetAsync_TwentyAtOnceNearTheEnd_RefreshOnce()
    {
        await using var host = await ShopHost.StartAsync(Expiring(TimeSpan.FromMinutes(60)));
        host.Always("access_token", NextPair);
        host.Time.Advance(TimeSpan.FromMinutes(56));

        var shops = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => SessionAsync(host), Token)));

        Assert.All(shops, shop => Assert.Equal("shpat-2", shop.AccessToken));
        Assert.Contains("shprt-1", Assert.Single(host.Calls).Body, StringComparison.Ordinal);
        var stored = (await host.StoreAsync()).Shopify!;
        Assert.Equal(
            ("shpat-2", "shprt-2", host.Time.GetUtcNow().AddHours(1), Start), (stored.AccessToken, stored.RefreshToken, stored.ExpiresAt, stored.GrantedAt));
    }

    [Fact]
    public async Task GetAsync_AnotherHostWasFaster_TakesItsTokens()
    {
        await using var host = await ShopHost.StartAsync(Expiring(TimeSpan.FromMinutes(2)));
        await WriteOtherAsync(host);

        Assert.Equal("shpat-other", (await SessionAsync(host)).AccessToken);
        Assert.Empty(host.Calls);
    }

    [Fact]
    public async Task GetAsync_AnotherHostWroteDuringTheRefresh_TakesItsTokens()
    {
        await using var host = await ShopHost.StartAsync(Expiring(TimeSpan.FromMinutes(2)));
        host.Answers["access_token"] = async _ =>
        {
            await WriteOtherAsync(host);
            return (200, NextPair);
        };

        Assert.Equal("shpat-other", (await SessionAsync(host)).AccessToken);
        Assert.Equal("shpat-other", (await host.StoreAsync()).Shopify!.AccessToken);
    }

    [Fact]
    public async Task GetAsync_RefusedWhileAnotherHostWrote_TakesItsTokens()
    {
        await using var host = await ShopHost.StartAsync(Expiring(TimeSpan.FromMinutes(2)));
        host.Answers["access_token"] = async _ =>
        {
            await WriteOtherAsync(host);
            return (400, """{"error":"invalid_grant"}""");
        };

        Assert.Equal("shpat-other", (await SessionAsync(host)).AccessToken);
        Assert.Equal(ShopifyTokenState.Active, await StateAsync(host));
    }

    [Fact]
    public async Task GetAsync_SettingsWereSavedDuringTheRefresh_KeepsTheNewTokens()
    {
        await using var host = await ShopHost.StartAsync(Expiring(TimeSpan.FromMinutes(2)));
        host.Answers["access_token"] = async _ =>
        {
            await host.Services.GetRequiredService<WhatsAppSetup>().ApplyAsync(ShopHost.Shop, new WhatsAppSettings { WelcomeMessage = "Servus" }, Token);
            return (200, NextPair);
        };

        Assert.Equal("shpat-2", (await SessionAsync(host)).AccessToken);
        var stored = await host.StoreAsync();
        Assert.Equal(("shpat-2", "Servus"), (stored.Shopify!.AccessToken, stored.Profile.WelcomeMessage));
    }

    [Fact]
    public async Task GetAsync_UninstalledStore_IsNotConnected()
    {
        await using var host = await ShopHost.StartAsync();
        await host.Stores.UninstallAsync(ShopHost.Shop, Token);

        await Assert.ThrowsAsync<ShopNotConnectedException>(() => SessionAsync(host));
        Assert.Equal(ShopifyTokenState.Uninstalled, await StateAsync(host));
    }

    [Fact]
    public async Task GetAsync_RefreshTokenRefused_WaitsForTheMerchantInsteadOfAskingAgain()
    {
        await using var host = await ShopHost.StartAsync(Expiring(TimeSpan.FromMinutes(2)));
        host.Always("access_token", """{"error":"invalid_grant","error_description":"refused"}""", 400);

        var fault = await Assert.ThrowsAsync<ShopNotConnectedException>(() => SessionAsync(host));
        await Assert.ThrowsAsync<ShopNotConnectedException>(() => SessionAsync(host));

        Assert.DoesNotContain("shprt", fault.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, host.CallsOf("access_token"));
        Assert.Equal(ShopifyTokenState.NeedsReauthorization, await StateAsync(host));
    }

    [Fact]
    public async Task GetAsync_AfterTheMerchantGrantedAgain_Works()
    {
        await using var host = await ShopHost.StartAsync(Expiring(TimeSpan.FromMinutes(2)));
        host.Always("access_token", """{"error":"invalid_grant"}""", 400);
        await Assert.ThrowsAsync<ShopNotConnectedException>(() => SessionAsync(host));

        await host.Services.GetRequiredService<ShopifyTokens>().SaveGrantAsync(
            ShopDomain.Parse(ShopHost.Shop), new AccessTokenResult { AccessToken = "shpat-new", RefreshToken = "shprt-new", ExpiresIn = TimeSpan.FromHours(1) }, Token);

        Assert.Equal("shpat-new", (await SessionAsync(host)).AccessToken);
        Assert.Equal(ShopifyTokenState.Active, await StateAsync(host));
    }

    private static ShopifyCredentials Expiring(TimeSpan after) =>
        new() { AccessToken = "shpat-1", GrantedAt = Start, ExpiresAt = Start + after, RefreshToken = "shprt-1", RefreshTokenExpiresAt = Start.AddDays(90) };

    private static async Task<ShopifyShop> SessionAsync(ShopHost host) =>
        await host.Services.GetRequiredService<ShopifySessions>().GetAsync((await host.StoreAsync()).Id, Token);

    private static async Task<ShopifyTokenState> StateAsync(ShopHost host) =>
        await host.Services.GetRequiredService<ShopifyTokens>().GetStateAsync(ShopDomain.Parse(ShopHost.Shop), Token);

    private static async Task WriteOtherAsync(ShopHost host)
    {
        var vault = host.Services.GetRequiredService<ShopifyVault>();
        var stored = (await vault.FindAsync(ShopHost.Shop, Token))!;
        Assert.True(await vault.SaveAsync(
            stored.With(new ShopifyCredentials { AccessToken = "shpat-other", RefreshToken = "shprt-other", ExpiresAt = Start.AddHours(1) }), Token));
    }
}
