using Microsoft.Extensions.DependencyInjection;
using Shopify.Client.Auth;

namespace Shopify.Client.Tests.Support;

/// <summary>The real client against a stub, on a clock that does not wait.</summary>
internal sealed class ClientFixture : IAsyncDisposable
{
    public const string Token = "shpat_1234567890abcdef";
    private readonly ServiceProvider _services;

    private ClientFixture(StubShop stub, ServiceProvider services, InstantTime time)
    {
        Stub = stub;
        Time = time;
        _services = services;
    }

    public StubShop Stub { get; }

    public InstantTime Time { get; }

    public ShopifyShop Shop { get; } = new(ShopDomain.Parse("demo-shop"), Token);

    public ShopifyClient Client => _services.GetRequiredService<ShopifyClient>();

    public ShopifyAdmin Admin => Client.Admin(Shop);

    public ShopifyStorefront Storefront => Client.Storefront(Shop);

    public ShopifyOAuth OAuth => _services.GetRequiredService<ShopifyOAuth>();

    public static async Task<ClientFixture> StartAsync(
        Action<ShopifyClientOptions>? configure = null, TimeProvider? time = null, Action<ShopifyAppOptions>? app = null, Action<IServiceCollection>? more = null)
    {
        var stub = await StubShop.StartAsync();
        var instant = new InstantTime(new ShopifyClientOptions().Timeout);
        var services = new ServiceCollection();
        services.AddSingleton(time ?? instant);
        services.AddShopifyApp(options =>
        {
            options.ApiKey = "client-id";
            options.ApiSecret = "shpss_test_secret";
            app?.Invoke(options);
        });
        services.AddShopifyTokens();
        services.AddShopifyClient(options =>
        {
            options.BaseUrl = stub.Address;
            configure?.Invoke(options);
        });
        more?.Invoke(services);
        return new ClientFixture(stub, services.BuildServiceProvider(), instant);
    }

    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Stub.DisposeAsync();
    }
}
