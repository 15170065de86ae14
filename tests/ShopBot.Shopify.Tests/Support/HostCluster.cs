using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Tokens;
using Shopify.Client;

namespace ShopBot.Shopify.Tests.Support;

/// <summary>Many hosts over one database: each a service container of its own, made by the public registrations and nothing else.</summary>
internal sealed class HostCluster : IAsyncDisposable
{
    public const string Shop = "demo-shop.myshopify.com";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shopbot-cluster-");
    private readonly List<ServiceProvider> _hosts = [];
    private readonly Action<IServiceCollection> _storage;
    private readonly string _shopUrl;
    private readonly TimeProvider _time;

    public HostCluster(bool sqlite, string shopUrl, TimeProvider time)
    {
        (_shopUrl, _time) = (shopUrl, time);
        var file = Path.Combine(_folder.FullName, "shopbot.db");
        _storage = sqlite ? services => services.AddShopBotSqlite(o => o.ConnectionString = $"Data Source={file}") : AddShared;
    }

    public StoreId Store { get; private set; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ServiceProvider Add(Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(_time);
        services.AddWhatsAppClient();
        services.AddShopifyClient(o => o.BaseUrl = _shopUrl);
        services.AddShopifyApp(o => (o.ApiKey, o.ApiSecret) = ("key", "secret"));
        _storage(services);
        services.AddShopBot().AddFlow<SilentFlow>().AddShopifyShop(o => o.PublicUrl = new Uri("https://bot.example.com"));
        configure?.Invoke(services);
        var host = services.BuildServiceProvider();
        _hosts.Add(host);
        return host;
    }

    /// <summary>Installs the one store with a token that has ended.</summary>
    public async Task InstallAsync()
    {
        var now = _time.GetUtcNow();
        Store = (await Add().GetRequiredService<StoreRegistry>().InstallAsync(
            new ShopInstallation(Shop, "Demo", "EUR", new ShopifyCredentials
            {
                AccessToken = "shpat-0",
                GrantedAt = now.AddHours(-2),
                ExpiresAt = now.AddHours(-1),
                RefreshToken = "shprt-0",
                RefreshTokenExpiresAt = now.AddDays(80),
            }),
            Token)).Id;
    }

    public async Task<ShopifyShop> AskAsync(ServiceProvider host) => await host.GetRequiredService<ShopifySessions>().GetAsync(Store, Token);

    public async Task<ShopifyCredentials> StoredAsync() => (await Add().GetRequiredService<ShopifyVault>().FindAsync(Shop, Token))!.Credentials!;

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.AsEnumerable().Reverse())
            await host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private void AddShared(IServiceCollection services)
    {
        if (_hosts.Count == 0)
        {
            services.AddShopBotInMemory();
            return;
        }

        var first = _hosts[0];
        services.AddSingleton(first.GetRequiredService<ILaneStore>()).AddSingleton(first.GetRequiredService<IStoreDirectory>());
        services.AddSingleton(first.GetRequiredService<ICredentialStore>()).AddSingleton(first.GetRequiredService<ITicketStore>());
        services.AddSingleton(first.GetRequiredService<IKeyStore>()).AddSingleton(first.GetRequiredService<IStorageLifecycle>());
    }

    private sealed class SilentFlow : IFlow
    {
        public string Name => "silent";

        public int Version => 1;

        public ValueTask RunAsync(TurnContext turn) => throw new NotSupportedException();
    }
}
