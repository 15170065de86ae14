using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Tests.Support;
using ShopBot.Shopify.Tokens;
using Shopify.Client;

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
        Assert.Equal(("shpat-2", "shprt-2", host.Time.GetUtcNow().AddHours(1)), (stored.AccessToken, stored.RefreshToken, stored.ExpiresAt));
    }

    [Fact]
    public async Task GetAsync_AnotherHostWasFaster_TakesItsTokens()
    {
        await using var host = await ShopHost.StartAsync(Expiring(TimeSpan.FromMinutes(2)));
        var store = await host.StoreAsync();
        Assert.NotNull(await host.Stores.FindAsync(store.Id, Token));
        await host.Stores.ReplaceShopifyCredentialsAsync(
            store, new ShopifyCredentials { AccessToken = "shpat-other", RefreshToken = "shprt-other", ExpiresAt = Start.AddHours(1) }, Token);

        Assert.Equal("shpat-other", (await SessionAsync(host)).AccessToken);
        Assert.Empty(host.Calls);
    }

    [Fact]
    public async Task GetAsync_AnotherHostWroteDuringTheRefresh_TakesItsTokens()
    {
        await using var host = await ShopHost.StartAsync(Expiring(TimeSpan.FromMinutes(2)));
        host.Answers["access_token"] = async _ =>
        {
            await host.Stores.ReplaceShopifyCredentialsAsync(
                await host.StoreAsync(), new ShopifyCredentials { AccessToken = "shpat-other", RefreshToken = "shprt-other", ExpiresAt = Start.AddHours(1) }, Token);
            return (200, NextPair);
        };

        Assert.Equal("shpat-other", (await SessionAsync(host)).AccessToken);
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
    }

    [Fact]
    public async Task GetAsync_RefreshRefused_FailsWithoutTheTokensAndTriesAgainNextTime()
    {
        await using var host = await ShopHost.StartAsync(Expiring(TimeSpan.FromMinutes(2)));
        host.Always("access_token", """{"error":"invalid_grant","error_description":"refused"}""", 400);

        var fault = await Assert.ThrowsAnyAsync<ShopifyException>(() => SessionAsync(host));
        Assert.DoesNotContain("shprt", fault.ToString(), StringComparison.Ordinal);

        host.Always("access_token", NextPair);
        Assert.Equal("shpat-2", (await SessionAsync(host)).AccessToken);
    }

    private static ShopifyCredentials Expiring(TimeSpan after) =>
        new() { AccessToken = "shpat-1", GrantedAt = Start, ExpiresAt = Start + after, RefreshToken = "shprt-1", RefreshTokenExpiresAt = Start.AddDays(90) };

    private static async Task<ShopifyShop> SessionAsync(ShopHost host) =>
        await host.Services.GetRequiredService<ShopifySessions>().GetAsync((await host.StoreAsync()).Id, Token);
}
