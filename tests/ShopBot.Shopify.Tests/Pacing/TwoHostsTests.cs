using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Storage.InMemory;
using ShopBot.Shopify.Pacing;
using Shopify.Client;
using Shopify.Client.Tests.Support;
using Shopify.Client.Tests.Throttling;

namespace ShopBot.Shopify.Tests.Pacing;

/// <summary>Two hosts that know of each other through the counters alone, and one shop whose bucket of 2,000 points restores 100 a second. On a virtual clock.</summary>
[Collection<AloneInTheProcess>]
public sealed class TwoHostsTests
{
    private const int CallsOfEach = 100;

    [Theory]
    [InlineData(75, 75, 100)]
    [InlineData(50, 100, 100)]
    [InlineData(50, 100, 2000)]
    [InlineData(400, 500, 100)]
    public async Task Two_hosts_sharing_one_shops_budget_never_see_throttled(int from, int to, int latencyMilliseconds)
    {
        var time = new SteppedTime();
        var bucket = new SimulatedBucket(time, 2000, 100);
        using var shop = new SimulatedShop(time, bucket, _ => TimeSpan.FromMilliseconds(latencyMilliseconds));
        var counters = new InMemoryCounterStore(time);
        await using var first = Host(time, shop, counters);
        await using var second = Host(time, shop, counters);
        var random = new Random(20261128);
        var calls = new List<Task<ShopifyResponse<JsonElement>>>();
        double points = 0;
        for (var number = 0; number < 2 * CallsOfEach; number++)
        {
            var cost = random.Next(from, to + 1);
            points += cost;
            calls.Add((number % 2 == 0 ? first : second).GetRequiredService<ShopifyClient>().Admin(new ShopifyShop(ShopDomain.Parse("demo-shop"), "shpat_1"))
                .ExecuteAsync(Operation(cost), Variables(cost, number), TestContext.Current.CancellationToken));
        }

        var started = time.GetTimestamp();
        var all = Task.WhenAll(calls);
        await time.RunAsync(all);

        var (taken, theoretical) = (time.GetElapsedTime(started).TotalSeconds, (points - 2000) / 100);
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"{taken:F1} s, theoretical {theoretical:F1} s, x {taken / theoretical:F3}, throttled inside {bucket.Throttled}"));
        // Neither who called sees it, nor does it happen inside.
        Assert.All(await all, static answer => Assert.Empty(answer.Errors));
        Assert.Equal(2 * CallsOfEach, bucket.Ran);
        Assert.Equal(0, bucket.Throttled);

        // And the budget is used, not merely spared.
        Assert.InRange(taken, 0, theoretical * 1.27);
    }

    private static ShopifyOperation<JsonElement, JsonElement> Operation(int cost) =>
        new("query Storm { shop { id } }", "Storm", RawJson.Default.JsonElement, RawJson.Default.JsonElement) { EstimatedCost = cost };

    private static JsonElement Variables(int cost, int number) => JsonElement.Parse($$"""{"requested":{{cost}},"actual":{{cost}},"number":{{number}}}""");

    private static ServiceProvider Host(TimeProvider time, SimulatedShop shop, ICounterStore counters)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddSingleton(counters);
        services.AddSingleton<IShopifyCostBudget>(provider => new SharedCostBudget(counters, provider.GetRequiredService<IOptions<ShopifyClientOptions>>(), time));
        services.AddShopifyClient(static options =>
        {
            options.Timeout = TimeSpan.FromSeconds(30);
            options.MaxPacingWait = TimeSpan.FromHours(1);
        }).ConfigurePrimaryHttpMessageHandler(() => new Shared(shop));
        return services.BuildServiceProvider();
    }

    /// <summary>Both hosts reach the same shop; a host that ends does not end it.</summary>
    private sealed class Shared(SimulatedShop shop) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _shop = new(shop, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _shop.SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            _shop.Dispose();
            base.Dispose(disposing);
        }
    }
}
