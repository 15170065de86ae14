using Microsoft.Extensions.DependencyInjection;
using ShopBot.Shopping.Catalog;
using ShopBot.Storage.Redis.Tests.Support;
using ShopBot.TestSupport.Waiting;
using Shopify.Client;

namespace ShopBot.Storage.Redis.Tests.Catalogue;

/// <summary>The catalogue with default settings, on hosts that share a Redis and on one that has none.</summary>
public sealed class CatalogueCacheTests(RedisFixture redis)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_product_webhook_to_one_host_is_seen_on_all()
    {
        RedisFixture.Require();
        await using var shop = await ShopHosts.StartAsync(redis.ConnectionString, 3, Token);
        var delays = new List<double>();
        for (var round = 0; round < 3; round++)
        {
            for (var host = 0; host < 3; host++)
            {
                await shop.TitleAsync(host, Token);
                await shop.ListedAsync(host, Token);
            }

            var title = shop.Stub.ProductTitle = $"Hat {round}";
            var began = TimeProvider.System.GetTimestamp();
            await shop.ProductUpdatedAsync(round % 3, Token);
            await Eventually.HoldsAsync("all hosts show the new product", () => AllShowAsync(shop, title), Patience, Token);
            delays.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"Until seen on 3 hosts: {string.Join(", ", delays.Select(delay => $"{delay:0} ms"))}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Five_hundred_shoppers_at_once_cost_one_call(bool isShared)
    {
        if (isShared)
            RedisFixture.Require();
        await using var shop = await ShopHosts.StartAsync(isShared ? redis.ConnectionString : null, isShared ? 2 : 1, Token);
        foreach (var host in shop.Hosts)
            await host.Status.CheckAsync(Token);
        var gate = new TaskCompletionSource();
        shop.Stub.Gate = gate.Task;

        var shoppers = Enumerable.Range(0, 500).Select(i => Task.Run(() => shop.TitleAsync(i % shop.Hosts.Count, Token), Token)).ToList();
        await Eventually.HoldsAsync("Shopify is asked", () => shop.UpstreamCalls > 0, Patience, Token);
        gate.SetResult();

        Assert.All(await Task.WhenAll(shoppers), title => Assert.Equal("Felt Hat", title));
        // The product, and beside it which languages the shop has.
        Assert.Equal(2, shop.Stub.Calls.Count);
        Assert.All(shop.Stub.Calls, call => Assert.Equal(1, call.Value));
    }

    /// <summary>Shoppers look at lists and products, most of them at the same few; a product changes every 200 looks.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Most_of_a_shopping_load_is_answered_from_the_cache(bool isShared)
    {
        if (isShared)
            RedisFixture.Require();
        const int looks = 1_000;
        await using var shop = await ShopHosts.StartAsync(isShared ? redis.ConnectionString : null, isShared ? 2 : 1, Token);
        var random = new Random(20261122);

        for (var i = 0; i < looks; i++)
        {
            var catalog = shop.Catalog(i % shop.Hosts.Count);
            if (i % 200 == 199)
                await shop.ProductUpdatedAsync(0, Token);
            // Zipf-like: of 60 products and 10 lists the first ones are looked at most.
            var rank = (int)Math.Pow(60, random.NextDouble());
            if (random.Next(3) == 0)
                await catalog.GetProductsAsync(shop.Store, new ProductListing(CollectionId: $"gid://shopify/Collection/{rank % 10}"), null, 10, Token);
            else
                await catalog.GetProductAsync(shop.Store, $"gid://shopify/Product/{rank}", Token);
        }

        var rate = 1 - (shop.UpstreamCalls / (double)looks);
        TestContext.Current.TestOutputHelper?.WriteLine($"{looks} looks, {shop.UpstreamCalls} calls, hit rate {rate:P1}");
        Assert.InRange(rate, 0.8, 1);
    }

    [Fact]
    public async Task While_Shopify_is_down_the_last_known_catalogue_is_shown()
    {
        await using var shop = await ShopHosts.StartAsync(null, 1, Token);
        Assert.Equal("Felt Hat", await shop.ListedAsync(0, Token));
        shop.Stub.Broken["ProductsPage"] = true;
        await shop.ProductUpdatedAsync(0, Token);

        Assert.Equal("Felt Hat", await shop.ListedAsync(0, Token));
    }

    [Fact]
    public async Task Query_cost_is_counted_over_all_hosts_when_they_share_a_Redis_and_by_the_client_otherwise()
    {
        RedisFixture.Require();
        await using var shared = await ShopHosts.StartAsync(redis.ConnectionString, 2, Token);
        await using var alone = await ShopHosts.StartAsync(null, 1, Token);
        var request = new ShopifyCostRequest
        {
            Bucket = new ShopifyCostBucket(ShopifyApi.Admin, "app", ShopDomain.Parse("felt-shop.myshopify.com")),
            Points = 1000,
            MaxWait = TimeSpan.Zero,
        };

        Assert.Equal("InMemoryCostBudget", alone.Hosts[0].Services.GetRequiredService<IShopifyCostBudget>().GetType().Name);
        await shared.Hosts[0].Services.GetRequiredService<IShopifyCostBudget>().ReserveAsync(request, Token);
        await Assert.ThrowsAsync<ShopifyThrottledException>(
            async () => await shared.Hosts[1].Services.GetRequiredService<IShopifyCostBudget>().ReserveAsync(request, Token));
    }

    private static async Task<bool> AllShowAsync(ShopHosts shop, string title)
    {
        for (var host = 0; host < shop.Hosts.Count; host++)
        {
            if (await shop.TitleAsync(host, Token) != title || await shop.ListedAsync(host, Token) != title)
                return false;
        }

        return true;
    }
}
