using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Events;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Install;
using ShopBot.Shopify.Tests.Support;
using ShopBot.TestSupport.Waiting;
using Shopify.Client;
using Shopify.Client.Auth;

namespace ShopBot.Shopify.Tests.Install;

public sealed class ShopifyInstallerTests
{
    private const string NewShop = "new-shop.myshopify.com";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task InstallAsync_FirstAndAgain_IsAFactEachTime()
    {
        await using var host = await ShopHost.StartAsync();

        await InstallAsync(host);
        host.Time.Advance(TimeSpan.FromDays(1));
        await InstallAsync(host);

        await Eventually.HoldsAsync("both facts were heard", () => host.Facts.Count == 2, TimeSpan.FromSeconds(60), Token);
        Assert.All(host.Facts, fact => Assert.Equal(EngineEvents.StoreInstalled, fact.Kind));
        Assert.Equal(
            [new StoreInstalled(NewShop, Again: false), new StoreInstalled(NewShop, Again: true)],
            host.Facts.Select(fact => fact.Read(EventJson.Default.StoreInstalled)));
    }

    private static Task<Store> InstallAsync(ShopHost host) => host.Services.GetRequiredService<ShopifyInstaller>().InstallAsync(
        ShopDomain.Parse(NewShop), new AccessTokenResult { AccessToken = "shpat-new", Scope = "read_products" }, Token);
}
