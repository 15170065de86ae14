using ShopBot.LoadTest.Growth;

namespace ShopBot.LoadTest.Tests.Growth;

/// <summary>The judgement over memory and tables says no when something grows, and not when hosts are restarted or faults make bursts.</summary>
public sealed class GrowthRulesTests
{
    [Fact]
    public void A_heap_that_grows_by_a_kilobyte_per_message_is_seen()
    {
        // 40 messages a second for a quarter of an hour.
        var samples = Life(1, 0, 900, static at => 40 + (at * 40 / 1024)).ToList();

        Assert.Contains(GrowthRules.OfMemory(samples), static trend => trend.Of.Contains("live heap", StringComparison.Ordinal) && !trend.IsFlat);
    }

    [Fact]
    public void A_steady_host_that_is_restarted_is_flat()
    {
        var samples = Life(1, 0, 300, static _ => 40).Concat(Life(2, 300, 900, static at => 40 + (at % 7))).ToList();

        var trends = GrowthRules.OfMemory(samples);

        Assert.All(trends, static trend => Assert.True(trend.IsFlat, trend.ToString()));
        Assert.Equal(["host 1, all processes", "host 1, process 1", "host 1, process 2"], trends.Select(static trend => trend.Of.Replace(", live heap", "").Replace(", working set", "")).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Growth_from_life_to_life_is_seen_although_each_life_is_too_short()
    {
        var samples = Enumerable.Range(0, 9).SelectMany(static life => Life(life, life * 100, (life + 1) * 100, _ => 40 + (life * 10))).ToList();

        Assert.Contains(GrowthRules.OfMemory(samples), static trend => trend.Of == "host 1, all processes, live heap" && !trend.IsFlat);
    }

    [Fact]
    public void A_table_without_retention_is_seen_and_a_burst_is_not()
    {
        var samples = Enumerable.Range(0, 180).Select(static i => new TableSample(i * 5, new Dictionary<string, long> { ["seen"] = i * 800, ["inbox"] = 9000 + (i % 9 * 400) })).ToList();

        var trends = GrowthRules.OfTables(samples).ToDictionary(static trend => trend.Of);

        Assert.False(trends["seen"].IsFlat);
        Assert.True(trends["inbox"].IsFlat);
    }

    [Fact]
    public void A_short_run_tells_nothing() => Assert.Empty(GrowthRules.OfMemory([.. Life(1, 0, 100, static _ => 40)]));

    private static IEnumerable<MemorySample> Life(int id, int from, int to, Func<double, double> heap)
    {
        for (var at = from; at < to; at += 5)
            yield return new MemorySample(at, "host 1", id, at - from, 150 + heap(at), heap(at));
    }
}
