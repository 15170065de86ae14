using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Throttling;

/// <summary>Two hundred operations at once against a bucket of 2,000 points restoring 100 a second, on a virtual clock.</summary>
[Collection<AloneInTheProcess>]
public sealed class ThrottleStormTests
{
    private const int Calls = 200;
    private const double Size = 2000;
    private const double Rate = 100;

    public static TheoryData<Storm> Storms => new(
    [
        new Storm("equal costs, known", 75, 75, Estimate: 75),
        new Storm("equal costs, unknown", 75, 75),
        new Storm("50 to 100 points, unknown", 50, 100),
        new Storm("50 to 100 points, declared", 50, 100, Estimate: 100),
        new Storm("declared far too low", 50, 100, Estimate: 1),
        new Storm("declared far too high", 50, 100, Estimate: 1000),
        new Storm("takes half of what it asks for", 50, 100, ActualShare: 0.5),
        new Storm("takes a tenth of what it asks for", 200, 400, ActualShare: 0.1),
        new Storm("slow answers", 50, 100, LatencyMilliseconds: 2000),
        new Storm("answers out of order", 50, 100, LatencyMilliseconds: 500, Jitter: true),
        new Storm("no latency at all", 50, 100, LatencyMilliseconds: 0),
        new Storm("another client takes a third", 50, 100, ForeignRate: 33),
        new Storm("another client takes two thirds", 50, 100, ForeignRate: 66),
        new Storm("bucket found empty", 50, 100, Start: 0),
        new Storm("nearly as big as a query may be", 900, 1000, Calls: 30),
    ]);

    [Theory]
    [MemberData(nameof(Storms))]
    public async Task Storm_passes_without_a_throttled_caller_and_in_time(Storm storm)
    {
        var time = new SteppedTime();
        var random = new Random(20261122);
        var bucket = new SimulatedBucket(time, Size, Rate, storm.ForeignRate);
        bucket.Drain(storm.Start);
        using var shop = new SimulatedShop(time, bucket, number => Latency(storm, number));
        await using var services = Services(time, shop);
        var admin = services.GetRequiredService<ShopifyClient>().Admin(new ShopifyShop(ShopDomain.Parse("demo-shop"), "shpat_1"));
        var operation = new ShopifyOperation<JsonElement, JsonElement>(
            "query Storm { shop { id } }", "Storm", RawJson.Default.JsonElement, RawJson.Default.JsonElement) { EstimatedCost = storm.Estimate };
        var costs = Enumerable.Range(0, storm.Calls).Select(_ => Math.Round(storm.From + (random.NextDouble() * (storm.To - storm.From)))).ToArray();

        var started = time.GetTimestamp();
        var calls = costs.Select((cost, number) => admin.ExecuteAsync(
            operation,
            JsonElement.Parse(FormattableString.Invariant($$"""{"requested":{{cost}},"actual":{{cost * storm.ActualShare}},"number":{{number}}}""")),
            TestContext.Current.CancellationToken)).ToArray();
        var all = Task.WhenAll(calls);
        await time.RunAsync(all);

        var answers = await all;
        Assert.All(answers, static answer => Assert.Empty(answer.Errors));
        Assert.Equal(storm.Calls, bucket.Ran);
        var theoretical = (costs.Sum(cost => cost * storm.ActualShare) - storm.Start) / (Rate - storm.ForeignRate);
        var taken = time.GetElapsedTime(started).TotalSeconds;
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"{storm.Name}: {taken:F1} s, theoretical {theoretical:F1} s, x {taken / Math.Max(theoretical, 0.001):F3}, throttled inside {bucket.Throttled}, at once {shop.MaxInFlight}"));
        if (theoretical > 5)
            Assert.InRange(taken, theoretical * 0.95, theoretical * 1.15);
        // Without another client there is nothing to be surprised by, but for a bucket that is found empty.
        if (storm.ForeignRate == 0)
            Assert.InRange(bucket.Throttled, 0, storm.Start < Size ? 2 : 0);
    }

    [Fact]
    public async Task Nobody_is_overtaken_by_many()
    {
        var time = new SteppedTime();
        var bucket = new SimulatedBucket(time, Size, Rate);
        using var shop = new SimulatedShop(time, bucket, static _ => TimeSpan.FromMilliseconds(20));
        await using var services = Services(time, shop);
        var admin = services.GetRequiredService<ShopifyClient>().Admin(new ShopifyShop(ShopDomain.Parse("demo-shop"), "shpat_1"));
        var operation = new ShopifyOperation<JsonElement, JsonElement>(
            "query Storm { shop { id } }", "Storm", RawJson.Default.JsonElement, RawJson.Default.JsonElement) { EstimatedCost = 100 };

        var all = Task.WhenAll(Enumerable.Range(0, 60).Select(number => admin.ExecuteAsync(
            operation, JsonElement.Parse($$"""{"requested":100,"actual":100,"number":{{number}}}"""), TestContext.Current.CancellationToken)));
        await time.RunAsync(all);

        await all;
        // Twenty fit at once and may race, ten more while the first answers tell the cost; the others follow one another,
        // but requests sent one after the other may still arrive the other way round.
        Assert.All(shop.RanInOrder.Index().Skip(30), static entry => Assert.InRange(entry.Item - entry.Index, -3, 3));
    }

    private static TimeSpan Latency(Storm storm, int number) =>
        TimeSpan.FromMilliseconds(storm.Jitter ? storm.LatencyMilliseconds * (number * 7919 % 10) / 5.0 : storm.LatencyMilliseconds);

    private static ServiceProvider Services(TimeProvider time, SimulatedShop shop)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time);
        services.AddShopifyClient(static options => options.Timeout = TimeSpan.FromSeconds(30)).ConfigurePrimaryHttpMessageHandler(() => shop);
        return services.BuildServiceProvider();
    }

    public sealed record Storm(
        string Name,
        double From,
        double To,
        double? Estimate = null,
        double ActualShare = 1,
        int LatencyMilliseconds = 100,
        bool Jitter = false,
        double ForeignRate = 0,
        double Start = Size,
        int Calls = ThrottleStormTests.Calls)
    {
        public override string ToString() => Name;
    }
}
