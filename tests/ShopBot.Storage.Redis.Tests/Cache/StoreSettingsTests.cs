using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Redis.Tests.Support;
using ShopBot.TestSupport.Waiting;

namespace ShopBot.Storage.Redis.Tests.Cache;

/// <summary>Store settings, which every message asks for.</summary>
public sealed class StoreSettingsTests(RedisFixture redis)
{
    private const string Shop = "canary-shop.myshopify.com";
    private const string Number = "106540352242922";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Found_by_domain_number_and_id_with_few_reads_of_storage()
    {
        RedisFixture.Require();
        await using var a = CacheHost.Start(redis.ConnectionString);
        var store = await InstallAsync(a);
        await SwitchOnAsync(a, store, Number);
        var before = a.Directory.Reads;

        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(store.Id, (await a.Stores.FindByShopDomainAsync(Shop, Token))!.Id);
            Assert.Equal(store.Id, (await a.Stores.FindByPhoneNumberIdAsync(Number, Token))!.Id);
            Assert.Equal("shpat-canary", (await a.Stores.FindAsync(store.Id, Token))!.Shopify!.AccessToken);
        }

        Assert.InRange(a.Directory.Reads - before, 1, 6);
    }

    [Fact]
    public async Task Another_host_reads_them_from_Redis()
    {
        RedisFixture.Require();
        await using var a = CacheHost.Start(redis.ConnectionString);
        await using var b = CacheHost.Start(redis.ConnectionString, a);
        var store = await InstallAsync(a);
        await a.Stores.FindByShopDomainAsync(Shop, Token);
        await Eventually.HoldsAsync("alias and store are in Redis", async () => (await a.DumpAsync()).Count >= 2, Patience, Token);

        Assert.Equal(store.Id, (await b.Stores.FindByShopDomainAsync(Shop, Token))!.Id);

        Assert.Equal(0, b.Directory.Reads);
    }

    [Fact]
    public async Task A_change_is_seen_on_the_other_host()
    {
        RedisFixture.Require();
        await using var a = CacheHost.Start(redis.ConnectionString, configure: options => (options.StoreTime, options.SharedStoreTime) = (TimeSpan.FromMinutes(5), TimeSpan.FromHours(1)));
        await using var b = CacheHost.Start(redis.ConnectionString, a, options => (options.StoreTime, options.SharedStoreTime) = (TimeSpan.FromMinutes(5), TimeSpan.FromHours(1)));
        var store = await InstallAsync(a);
        await SwitchOnAsync(a, store, Number);
        Assert.NotNull(await b.Stores.FindByPhoneNumberIdAsync(Number, Token));

        await a.Stores.UninstallAsync(Shop, Token);

        await Eventually.HoldsAsync("the other host sees it", async () => await b.Stores.FindByPhoneNumberIdAsync(Number, Token) is null, Patience, Token);
        await Eventually.HoldsAsync("the tokens are gone there", async () => (await b.Stores.FindAsync(store.Id, Token))!.Shopify is null, Patience, Token);
    }

    [Fact]
    public async Task A_number_that_moved_is_not_answered_by_its_old_store()
    {
        RedisFixture.Require();
        await using var a = CacheHost.Start(redis.ConnectionString);
        await using var b = CacheHost.Start(redis.ConnectionString, a);
        var first = await InstallAsync(a);
        var second = await InstallAsync(a, "other-shop.myshopify.com");
        await SwitchOnAsync(a, first, Number);
        Assert.Equal(first.Id, (await b.Stores.FindByPhoneNumberIdAsync(Number, Token))!.Id);

        await a.Stores.UninstallAsync(Shop, Token);
        await SwitchOnAsync(a, second, Number);

        await Eventually.HoldsAsync("the number's new store answers", async () => (await b.Stores.FindByPhoneNumberIdAsync(Number, Token))?.Id == second.Id, Patience, Token);
    }

    [Fact]
    public async Task A_number_nobody_has_is_not_remembered()
    {
        RedisFixture.Require();
        await using var a = CacheHost.Start(redis.ConnectionString);
        Assert.Null(await a.Stores.FindByPhoneNumberIdAsync(Number, Token));
        var store = await InstallAsync(a);
        await SwitchOnAsync(a, store, Number);

        Assert.Equal(store.Id, (await a.Stores.FindByPhoneNumberIdAsync(Number, Token))!.Id);
    }

    [Fact]
    public async Task Without_Redis_they_are_kept_in_this_process()
    {
        await using var a = CacheHost.Start(null);
        var store = await InstallAsync(a);
        await a.Stores.FindAsync(store.Id, Token);
        var before = a.Directory.Reads;

        await a.Stores.FindAsync(store.Id, Token);

        Assert.Equal(before, a.Directory.Reads);
        Assert.Null(a.Services.GetService<ICounterStore>());
        Assert.Equal(RedisState.NotConfigured, await a.Status.CheckAsync(Token));
    }

    private static Task<Store> InstallAsync(CacheHost host, string shop = Shop) => host.Stores.InstallAsync(
        new ShopInstallation(shop, "Shop", "EUR", new ShopifyCredentials { AccessToken = "shpat-canary", GrantedAt = TimeProvider.System.GetUtcNow() }), Token);

    private static async Task SwitchOnAsync(CacheHost host, Store store, string number)
    {
        var record = (await host.Directory.FindAsync(store.Id, Token))!;
        Assert.Equal(SaveStoreResult.Saved, await host.Directory.SaveAsync(record with { WhatsAppEnabled = true, PhoneNumberId = number }, Token));
        // As the registry does after a change of its own.
        await host.Services.GetRequiredService<IStoreCache>().ForgetAsync(store.Id, ["domain:" + record.ShopDomain, "number:" + number], Token);
    }
}
