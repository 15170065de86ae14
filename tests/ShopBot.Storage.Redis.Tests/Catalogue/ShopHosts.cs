using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Webhooks;
using ShopBot.Shopping.Catalog;
using ShopBot.Storage.Redis.Tests.Support;
using ShopBot.TestSupport.Stubs;
using Shopify.Client;
using Shopify.Client.Webhooks;

namespace ShopBot.Storage.Redis.Tests.Catalogue;

/// <summary>Hosts over one storage and one Redis, that sell what one emulated shop has.</summary>
internal sealed class ShopHosts : IAsyncDisposable
{
    private const string Shop = "felt-shop.myshopify.com";

    private ShopHosts(ShopifyStub shop, IReadOnlyList<CacheHost> hosts, StoreProfile store) => (Stub, Hosts, Store) = (shop, hosts, store);

    public ShopifyStub Stub { get; }

    public IReadOnlyList<CacheHost> Hosts { get; }

    public StoreProfile Store { get; }

    public int UpstreamCalls => Stub.Calls.Values.Sum();

    public static async Task<ShopHosts> StartAsync(string? redis, int count, CancellationToken cancellationToken)
    {
        var shop = await ShopifyStub.StartAsync("key", "secret", cancellationToken);
        var hosts = new List<CacheHost>();
        for (var i = 0; i < count; i++)
            hosts.Add(CacheHost.Start(redis, hosts.FirstOrDefault(), add: services => AddShop(services, shop)));
        var store = await hosts[0].Stores.InstallAsync(
            new ShopInstallation(Shop, "Felt", "EUR", new ShopifyCredentials { AccessToken = shop.IssueToken(Shop), GrantedAt = TimeProvider.System.GetUtcNow() }), cancellationToken);
        return new ShopHosts(shop, hosts, store.Profile);
    }

    public IShopCatalog Catalog(int host) => Hosts[host].Services.GetRequiredService<IShopCatalog>();

    /// <summary>What a host says of the product.</summary>
    public async Task<string?> TitleAsync(int host, CancellationToken cancellationToken) =>
        (await Catalog(host).GetProductAsync(Store, "gid://shopify/Product/7001", cancellationToken))?.Title;

    public async Task<string> ListedAsync(int host, CancellationToken cancellationToken) =>
        (await Catalog(host).GetProductsAsync(Store, new ProductListing(), null, 10, cancellationToken)).Items[0].Title;

    /// <summary>Shopify tells one host that the product changed.</summary>
    public Task ProductUpdatedAsync(int host, CancellationToken cancellationToken) =>
        Hosts[host].Services.GetRequiredService<ShopifyEvents>().AcceptAsync(
            new ShopifyWebhook
            {
                Topic = "products/update",
                ShopDomain = ShopDomain.Parse(Shop),
                TriggeredAt = TimeProvider.System.GetUtcNow(),
                Body = Encoding.UTF8.GetBytes("""{"id":7001,"admin_graphql_api_id":"gid://shopify/Product/7001","title":"x","status":"active","variants":[]}"""),
            },
            cancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Hosts)
            await host.DisposeAsync();
        await Stub.DisposeAsync();
    }

    private static void AddShop(IServiceCollection services, ShopifyStub shop)
    {
        services.AddShopifyClient(o => o.BaseUrl = shop.BaseUrl);
        services.AddShopifyApp(o => (o.ApiKey, o.ApiSecret) = (shop.ApiKey, shop.ApiSecret));
        services.AddShopBot().AddFlow<ShopBot.Shopping.ShoppingFlow>().AddShopifyShop(o => o.PublicUrl = new Uri("https://bot.example.com"));
    }
}
