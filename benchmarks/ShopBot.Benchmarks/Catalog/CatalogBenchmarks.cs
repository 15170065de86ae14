using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Benchmarks.Engine;
using ShopBot.Benchmarks.Hosting;
using ShopBot.Benchmarks.WhatsApp;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Catalog;
using ShopBot.Shopping.Catalog;

namespace ShopBot.Benchmarks.Catalog;

/// <summary>
/// A list of ten products as a turn asks for it. Cold: the cache forgot it, so it comes from a shop on a loopback port, which answers with bytes made before; beside a bare
/// <see cref="HttpClient"/> that posts a query of its own and visits every token of the answer. Warm: from the cache, beside a look-up in a dictionary.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class CatalogBenchmarks
{
    private const int Count = 10;
    private static readonly ProductListing All = new();
    private LoopbackAnswers _shop = null!;
    private StoreHost _host = null!;
    private IShopCatalog _catalog = null!;
    private HybridCache _cache = null!;
    private StoreProfile _store = null!;
    private BareShop _bare = null!;
    private Dictionary<string, CatalogPage<ProductCard>> _known = null!;
    private string _key = "";
    private string _lists = "";

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _shop = new LoopbackAnswers(ListBody.WithHead(ListBody.Create()));
        var address = $"http://127.0.0.1:{_shop.Port}";
        _host = await StoreHost.StartAsync(StorageKind.InMemory, new InstantGraph(), bot =>
        {
            bot.Services.AddShopifyClient(options => options.BaseUrl = address);
            bot.Services.AddShopifyApp(static options => (options.ApiKey, options.ApiSecret) = ("key", "secret"));
            bot.AddShopifyShop(static options => options.PublicUrl = new Uri("https://bot.example.com")).AddFlow<EchoFlow>();
        });
        _catalog = _host.Services.GetRequiredService<IShopCatalog>();
        _cache = _host.Services.GetRequiredService<HybridCache>();
        _store = (await _host.StoreAsync()).Profile;
        _lists = CatalogKeys.Lists(_store.Id);
        _key = CatalogKeys.Listing(_store.Id, null, All, null, null, Count);
        var page = await WarmAsync();
        if (page.Items.Count != Count)
            throw new InvalidOperationException("The list was not read.");
        _known = new Dictionary<string, CatalogPage<ProductCard>>(StringComparer.Ordinal) { [_key] = page };
        _bare = new BareShop(new Uri($"{address}/admin/api/2026-10/graphql.json"));
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        _bare.Dispose();
        await _host.DisposeAsync();
        _shop.Dispose();
    }

    [Benchmark(Baseline = true, Description = "dictionary look-up")]
    [BenchmarkCategory("warm")]
    public CatalogPage<ProductCard> LookUp() => _known[_key];

    [Benchmark(Description = "catalogue list, warm")]
    [BenchmarkCategory("warm")]
    public async Task<CatalogPage<ProductCard>> WarmAsync() => await _catalog.GetProductsAsync(_store, All, null, Count);

    [Benchmark(Baseline = true, Description = "bare HTTP, every token")]
    [BenchmarkCategory("cold")]
    public Task<int> BareAsync() => _bare.ReadAsync();

    [Benchmark(Description = "catalogue list, cold")]
    [BenchmarkCategory("cold")]
    public async Task<CatalogPage<ProductCard>> ColdAsync()
    {
        await _cache.RemoveByTagAsync(_lists);
        return await _catalog.GetProductsAsync(_store, All, null, Count);
    }
}
