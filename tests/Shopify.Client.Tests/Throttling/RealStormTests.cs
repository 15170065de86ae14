using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Throttling;

/// <summary>The storm over real HTTP on the real clock, on a bucket that fills forty times as fast.</summary>
public sealed class RealStormTests
{
    private const double Rate = 4000;

    [Fact]
    public async Task Storm_over_http_passes_without_a_throttled_caller()
    {
        var bucket = new SimulatedBucket(TimeProvider.System, 2000, Rate);
        await using var fixture = await ClientFixture.StartAsync(time: TimeProvider.System);
        for (var answer = 0; answer < 2000; answer++)
            fixture.Stub.Answers(context => AnswerAsync(context, bucket));
        var operation = new ShopifyOperation<JsonElement, JsonElement>(
            "query Storm { shop { id } }", "Storm", RawJson.Default.JsonElement, RawJson.Default.JsonElement);
        var random = new Random(7);
        var costs = Enumerable.Range(0, 200).Select(_ => random.Next(50, 101)).ToArray();

        await fixture.Client.Admin(new ShopifyShop(ShopDomain.Parse("warm-up"), "shpat_2")).ExecuteAsync(
            operation, JsonElement.Parse("""{"cost":1}"""), TestContext.Current.CancellationToken);
        var watch = Stopwatch.StartNew();
        var answers = await Task.WhenAll(costs.Select((cost, number) => fixture.Admin.ExecuteAsync(
            operation, JsonElement.Parse($$"""{"cost":{{cost}},"number":{{number}}}"""), TestContext.Current.CancellationToken)));
        var taken = watch.Elapsed.TotalSeconds;

        Assert.All(answers, static answer => Assert.Empty(answer.Errors));
        var theoretical = (costs.Sum() - 2000) / Rate;
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"{taken:F2} s, theoretical {theoretical:F2} s, x {taken / theoretical:F3}, throttled inside {bucket.Throttled}"));
        // A shared machine may be busy; the virtual clock is where the bound is kept tight.
        Assert.InRange(taken, 0, theoretical * 2);
    }

    private static Task AnswerAsync(HttpContext context, SimulatedBucket bucket)
    {
        var cost = JsonElement.Parse(context.Items["body"]!.ToString()!).GetProperty("variables").GetProperty("cost").GetDouble();
        var fits = bucket.TryTake(cost, out var available);
        if (fits)
            available = bucket.Finish(cost, cost);
        var start = fits ? """{"data":{},""" : """{"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],""";
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""
                {{start}}"extensions":{"cost":{"requestedQueryCost":{{cost}},"actualQueryCost":{{(fits ? (object)cost : "null")}},
                 "throttleStatus":{"maximumAvailable":2000.0,"currentlyAvailable":{{Math.Floor(available)}},"restoreRate":{{Rate}} } } } }
                """),
            context.RequestAborted);
    }
}
