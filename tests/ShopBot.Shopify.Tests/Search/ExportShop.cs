using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Search;
using ShopBot.Shopify.Webhooks;
using ShopBot.Shopping.Catalog;
using Shopify.Client;
using Shopify.Client.Webhooks;
using Shopify.Emulator;
using Shopify.Emulator.Catalog;

namespace ShopBot.Shopify.Tests.Search;

/// <summary>An emulated shop, and hosts over one SQLite file that export and search it. The hosts' clock is the test's.</summary>
internal sealed class ExportShop : IAsyncDisposable
{
    private const string Domain = "demo-shop.myshopify.com";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shopbot-export-");
    private readonly List<ServiceProvider> _hosts = [];
    private readonly ShopifyEmulator _emulator;
    private string _token = "";

    private ExportShop(ShopifyEmulator emulator, EmulatedShop shop) => (_emulator, Shop) = (emulator, shop);

    public EmulatedShop Shop { get; }

    public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    public StoreProfile Store { get; private set; } = null!;

    /// <summary>Answers to GraphQL calls, and downloads, that are lost; by a part of the request's text or path.</summary>
    public Func<string, bool> Loses { get; set; } = _ => false;

    /// <summary>Called with each read of a download; may throw.</summary>
    public Action<long> OnDownload { get; set; } = _ => { };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ExportShop> StartAsync(ShopCatalog? catalog = null, string scope = "read_products", string? granted = null)
    {
        var emulator = await ShopifyEmulator.StartAsync(new() { AllowHttpWebhookAddresses = true, CostBucketSize = 20_000, CostRestoreRate = 10_000 }, Token);
        var shop = new ExportShop(emulator, emulator.AddShop(Domain, catalog));
        await shop.InstallAsync(scope, granted ?? scope);
        return shop;
    }

    /// <param name="scope">What the store believes it may do.</param>
    /// <param name="granted">What the shop lets it do.</param>
    private async Task InstallAsync(string scope, string granted)
    {
        _token = Shop.IssueAccessToken(granted.Split(','));
        Store = (await AddHost().GetRequiredService<StoreRegistry>().InstallAsync(
            new ShopInstallation(Domain, "Demo", "EUR", new ShopifyCredentials { AccessToken = _token, Scope = scope, GrantedAt = Time.GetUtcNow() }), Token)).Profile;
    }

    public ServiceProvider AddHost(Action<ShopifyShopOptions>? configure = null, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<TimeProvider>(Time);
        services.AddWhatsAppClient();
        services.AddShopifyClient(o => o.BaseUrl = Shop.Url.ToString().TrimEnd('/')).AddHttpMessageHandler(() => new Line(this));
        services.AddShopifyApp(o => (o.ApiKey, o.ApiSecret) = ("key", "secret"));
        services.AddShopBotSqlite(o => o.ConnectionString = $"Data Source={Path.Combine(_folder.FullName, "shopbot.db")}");
        services.AddShopBot().AddFlow<SilentFlow>().AddShopifyShop(o =>
        {
            o.PublicUrl = new Uri("https://bot.example.com");
            configure?.Invoke(o);
        });
        more?.Invoke(services);
        var host = services.BuildServiceProvider();
        _hosts.Add(host);
        return host;
    }

    public static CatalogExports Exports(ServiceProvider host) => host.GetRequiredService<CatalogSearch>().Exports!;

    /// <summary>Goes on with what is due on these hosts, turn by turn, and lets time pass, until the catalogue is read.</summary>
    public async Task ExportAsync(params ServiceProvider[] hosts)
    {
        await Exports(hosts[0]).RequestAsync(Store.Id, Token);
        await GoOnAsync(hosts);
    }

    public async Task GoOnAsync(params ServiceProvider[] hosts)
    {
        for (var i = 0; i < 2_000; i++)
        {
            await Exports(hosts[i % hosts.Length]).RunDueAsync(Token);
            if (await PhaseAsync() == ExportPhase.Done)
                return;
            Time.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(20, Token);
        }

        throw new TimeoutException("The catalogue was not read.");
    }

    public async Task<ExportPhase?> PhaseAsync() =>
        await _hosts[0].GetRequiredService<ShopBot.Shopping.Search.IExportStore>().FindAsync(Store.Id, Token) is { } record ? ExportProgress.Read(record.Progress).Phase : null;

    public async Task<IReadOnlyList<ProductCard>> SearchAsync(string text, ServiceProvider? host = null) =>
        (await (host ?? _hosts[0]).GetRequiredService<IShopCatalog>().GetProductsAsync(Store, new ProductListing(Text: text), null, 50, Token)).Items;

    /// <summary>How many exports Shopify was asked for.</summary>
    public async Task<int> ExportsAsync() => (await Admin().GetBulkOperationsAsync(50, null, Token)).Items.Count;

    /// <summary>Asks on the real clock until Shopify is done with it.</summary>
    public async Task<BulkOperation> EndedAsync(string operation)
    {
        for (var i = 0; i < 6_000; i++)
        {
            if (await Admin().GetBulkOperationAsync(operation, Token) is { Status.IsOpen: false } ended)
                return ended;
            await Task.Delay(20, Token);
        }

        throw new TimeoutException("The export did not end.");
    }

    public ShopifyAdmin Admin() => _hosts[0].GetRequiredService<ShopifyClient>().Admin(new ShopifyShop(ShopDomain.Parse(Domain), _token));

    /// <summary>A webhook reaches a host.</summary>
    public Task TellAsync(ServiceProvider host, string topic, object payload, DateTimeOffset? at = null) => host.GetRequiredService<ShopifyEvents>().AcceptAsync(
        new ShopifyWebhook { Topic = topic, ShopDomain = ShopDomain.Parse(Domain), TriggeredAt = at ?? Time.GetUtcNow(), Body = JsonSerializer.SerializeToUtf8Bytes(payload) }, Token);

    /// <summary>A shop with many products, each with many variants.</summary>
    public static ShopCatalog Large(int products, int variants) => new()
    {
        Name = "Large",
        Products = [.. Enumerable.Range(1, products).Select(i => new CatalogProduct
        {
            Id = 1_000_000 + i,
            Handle = $"product-{i}",
            Title = $"{Colours[i % Colours.Length]} {Things[i % Things.Length]} number{i}",
            DescriptionHtml = "<p>Made with care, for many years of use.</p>",
            Vendor = $"Maker {i % 50}",
            ProductType = Things[i % Things.Length],
            Options = [new CatalogOption("Size", [.. Enumerable.Range(1, variants).Select(n => $"S{n}")])],
            CreatedAt = DateTimeOffset.UnixEpoch.AddDays(20_000),
            UpdatedAt = DateTimeOffset.UnixEpoch.AddDays(20_000),
            Variants = [.. Enumerable.Range(1, variants).Select(n => new CatalogVariant { Id = i * 1000L + n, OptionValues = [$"S{n}"], Price = 10 + n, Sku = $"SKU-{i}-{n}" })],
        })],
    };

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
        await _emulator.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static readonly string[] Colours = ["Red", "Green", "Blue", "White", "Black", "Yellow", "Brown"];

    private static readonly string[] Things = ["Lamp", "Shirt", "Chair", "Bottle", "Teapot", "Blanket", "Notebook", "Sneakers", "Candle", "Backpack", "Umbrella"];

    private sealed class Line(ExportShop shop) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var text = request.RequestUri!.AbsolutePath + (request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
            var response = await base.SendAsync(request, cancellationToken);
            if (shop.Loses(text))
                throw new HttpRequestException("The answer was lost.");
            if (text.Contains("/bulk/", StringComparison.Ordinal) && response.IsSuccessStatusCode)
                response.Content = new StreamContent(new WatchedStream(await response.Content.ReadAsStreamAsync(cancellationToken), bytes => shop.OnDownload(bytes)));

            return response;
        }
    }

    private sealed class SilentFlow : IFlow
    {
        public string Name => "silent";

        public int Version => 1;

        public ValueTask RunAsync(TurnContext turn) => throw new NotSupportedException();
    }
}
