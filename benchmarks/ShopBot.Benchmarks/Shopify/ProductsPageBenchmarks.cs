using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Shopify.Client;

namespace ShopBot.Benchmarks.Shopify;

/// <summary>
/// A page of 20 products with pictures and variants through the whole client, beside the least anybody must do: visit every token of the
/// same bytes once. Budget: 6 times that, and 100 kB.
/// </summary>
[MemoryDiagnoser]
public class ProductsPageBenchmarks
{
    private static readonly ProductQuery Query = new() { First = 20, Images = 2, Variants = 4 };
    private readonly byte[] _body = ProductsPageBody.Create();
    private ServiceProvider? _services;
    private ShopifyAdmin? _admin;

    [GlobalSetup]
    public void Setup()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddShopifyClient(static _ => { }).ConfigurePrimaryHttpMessageHandler(() => new StubHandler(_body));
        _services = services.BuildServiceProvider();
        var shop = new ShopifyShop(ShopDomain.Parse("demo-shop.myshopify.com"), "shpat_benchmark");
        _admin = _services.GetRequiredService<ShopifyClient>().Admin(shop);
    }

    [GlobalCleanup]
    public void Cleanup() => _services?.Dispose();

    [Benchmark(Baseline = true, Description = "visit every token")]
    public int VisitEveryToken()
    {
        var reader = new Utf8JsonReader(_body);
        var tokens = 0;
        while (reader.Read())
            tokens++;
        return tokens;
    }

    [Benchmark(Description = "parse to JsonDocument")]
    public int ParseToDocument()
    {
        using var document = JsonDocument.Parse(_body);
        return document.RootElement.GetProperty("data").GetProperty("products").GetProperty("nodes").GetArrayLength();
    }

    [Benchmark(Description = "read products page")]
    public async Task<int> GetProducts() => (await _admin!.GetProductsAsync(Query)).Items.Count;
}
