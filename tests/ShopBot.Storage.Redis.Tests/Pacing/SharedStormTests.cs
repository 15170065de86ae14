using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Storage.InMemory;
using ShopBot.Storage.Redis.Tests.Support;
using Shopify.Client;
using Shopify.Emulator;
using Shopify.Emulator.Catalog;
using Shopify.Emulator.Journal;

namespace ShopBot.Storage.Redis.Tests.Pacing;

/// <summary>
/// The throttle test of the client from two hosts that know of each other through the counters alone, over real HTTP and on the real clock: 200 calls of 51 to 101 points at once,
/// against the emulator's bucket of 2,000 points that fills twenty times as fast as on the standard plan.
/// </summary>
public sealed class SharedStormTests(RedisFixture redis)
{
    private const string Domain = "busy-shop.myshopify.com";
    private const int Calls = 200;
    private const double Size = 2000;
    private const double Rate = 2000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, 101.0)]
    [InlineData(true, null)]
    [InlineData(false, 101.0)]
    [InlineData(false, null)]
    public async Task Two_hosts_that_share_one_shops_budget_are_never_throttled(bool isRedis, double? declared)
    {
        if (isRedis)
            RedisFixture.Require();
        await using var emulator = await ShopifyEmulator.StartAsync(new ShopifyEmulatorOptions { CostBucketSize = Size, CostRestoreRate = Rate }, Token);
        var shop = emulator.AddShop(Domain, Catalog());
        var token = shop.IssueAccessToken(["read_products"]);
        var memory = isRedis ? null : new InMemoryCounterStore(TimeProvider.System);
        await using var first = Host(isRedis ? redis.ConnectionString : null, memory, shop, null);
        await using var second = Host(isRedis ? redis.ConnectionString : null, memory, shop, first);
        var operations = new[] { Operation(declared), Operation(declared) };
        ShopifyAdmin[] admins = [Admin(first, token), Admin(second, token)];
        await WarmAsync(shop, token);

        var random = new Random(20261128);
        var weights = Enumerable.Range(0, Calls).Select(_ => random.Next(10, 21)).ToArray();
        var began = TimeProvider.System.GetTimestamp();
        var answers = await Task.WhenAll(weights.Select((weight, number) => Task.Run(() => admins[number % 2].ExecuteAsync(operations[number % 2], Variables(weight, number), Token), Token)));
        var taken = TimeProvider.System.GetElapsedTime(began).TotalSeconds;

        Assert.All(answers, static answer => Assert.Empty(answer.Errors));
        var asked = emulator.Journal.Entries.OfType<RequestEntry>().Where(static entry => entry.Operation == "Storm").ToList();
        var throttled = asked.Count(static entry => entry.IsThrottled);
        var theoretical = ((weights.Sum() * 5) + Calls - Size) / Rate;
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"{taken:F2} s, theoretical {theoretical:F2} s, x {taken / theoretical:F3}, throttled {throttled} of {asked.Count}"));
        Assert.Equal(0, throttled);
        Assert.Equal(Calls, asked.Count);
        // A shared machine may be busy; the virtual clock is where the bound is kept tight.
        Assert.InRange(taken, 0, theoretical * 2);
    }

    /// <summary>The first query of a process waits for the schema; it goes by a path that knows nothing of the budget and leaves the bucket full.</summary>
    private static async Task WarmAsync(EmulatedShop shop, string token)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(shop.Url, "/admin/api/2026-10/graphql.json"));
        request.Headers.Add("X-Shopify-Access-Token", token);
        request.Content = new StringContent("""{"query":"query Warm { shop { id } }"}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request, Token);
        Assert.True(answer.IsSuccessStatusCode);
    }

    private static CacheHost Host(string? redis, ICounterStore? memory, EmulatedShop shop, CacheHost? sharing) => CacheHost.Start(redis, sharing, add: services =>
    {
        if (memory is not null)
            services.AddSingleton(memory);
        services.AddShopifyClient(o => (o.BaseUrl, o.MaxPacingWait) = (shop.Url.ToString().TrimEnd('/'), TimeSpan.FromMinutes(5)));
        services.AddShopifyApp(o => (o.ApiKey, o.ApiSecret) = ("key", "secret"));
        services.AddShopBot().AddFlow<ShopBot.Shopping.ShoppingFlow>().AddShopifyShop(o => o.PublicUrl = new Uri("https://bot.example.com"));
    });

    private static ShopifyAdmin Admin(CacheHost host, string token) =>
        host.Services.GetRequiredService<ShopifyClient>().Admin(new ShopifyShop(ShopDomain.Parse(Domain), token));

    private static ShopifyOperation<JsonElement, JsonElement> Operation(double? declared) => new(
        "query Storm($first: Int!, $id: ID!) { product(id: $id) { id } products(first: $first) { nodes { id variants(first: 4) { nodes { id } } } } }", "Storm", StormJson.Default.JsonElement, StormJson.Default.JsonElement)
    {
        EstimatedCost = declared,
    };

    /// <summary>Rows beyond the tenth weigh an eighth; each costs five points with its variants. No two calls are alike, or they would share an answer.</summary>
    private static JsonElement Variables(int weight, int number) => JsonElement.Parse($$"""{"first":{{10 + ((weight - 10) * 8)}},"id":"gid://shopify/Product/{{number + 1}}"}""");

    private static ShopCatalog Catalog() => new()
    {
        Name = "Busy",
        Products = [.. Enumerable.Range(1, Calls).Select(i => new CatalogProduct
        {
            Id = i,
            Handle = $"product-{i}",
            Title = $"Product {i}",
            Options = [new CatalogOption("Size", ["S", "M", "L", "XL"])],
            Variants = [.. Enumerable.Range(0, 4).Select(n => new CatalogVariant { Id = (i * 10) + n, OptionValues = [new[] { "S", "M", "L", "XL" }[n]], Price = 10 })],
        })],
    };
}

[JsonSerializable(typeof(JsonElement))]
internal sealed partial class StormJson : JsonSerializerContext;
