namespace ShopBot.LoadTest.Growth;

/// <summary>Whether memory and tables stayed as they were. Pure, so that it can be shown to fail.</summary>
internal static class GrowthRules
{
    /// <summary>Until a process has compiled what it runs often and filled its caches, seconds.</summary>
    public const double WarmAge = 60;

    /// <summary>Until as many rows are taken away as come, seconds: they are aged after 90.</summary>
    public const double WarmTables = 150;

    private const double ShortestStretch = 120;

    /// <summary>Each life of a process that is long enough, and each host's place over all its lives.</summary>
    public static IReadOnlyList<Trend> OfMemory(IReadOnlyList<MemorySample> samples)
    {
        var warm = samples.Where(sample => sample.Age >= WarmAge).ToList();
        var stretches = warm.GroupBy(sample => $"{sample.Host}, process {sample.Life}").Concat(warm.GroupBy(sample => $"{sample.Host}, all processes"));
        var trends = new List<Trend>();
        foreach (var stretch in stretches)
        {
            // A leak of 1 KB per message is 20 MiB after 20,000 messages; what a full collection leaves scatters by a few MiB, resident memory by tens, since the runtime keeps freed pages for a while.
            Add(stretch.Key + ", live heap", [.. stretch.Where(sample => sample.LiveHeap is not null).Select(sample => (sample.At, sample.LiveHeap!.Value))], static first => (first * 1.1) + 8);
            Add(stretch.Key + ", working set", [.. stretch.Select(sample => (sample.At, sample.WorkingSet))], static first => (first * 1.2) + 32);
        }

        return trends;

        void Add(string of, List<(double At, double Value)> series, Func<double, double> limit)
        {
            if (Thirds(series) is not { } thirds)
                return;
            var (first, last) = (Median(thirds.First), Median(thirds.Last));
            trends.Add(new Trend(of, Math.Round(first, 1), Math.Round(last, 1), Math.Round(limit(first), 1), Math.Round(series[^1].At - series[0].At)));
        }
    }

    /// <summary>The most rows each table had in the first and in the last third, after the first rows have gone.</summary>
    public static IReadOnlyList<Trend> OfTables(IReadOnlyList<TableSample> samples)
    {
        var trends = new List<Trend>();
        var later = samples.Where(sample => sample.At >= WarmTables).ToList();
        foreach (var table in later.SelectMany(sample => sample.Rows.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            var series = later.Where(sample => sample.Rows.ContainsKey(table)).Select(sample => (sample.At, Value: (double)sample.Rows[table])).ToList();
            if (Thirds(series) is not { } thirds)
                continue;
            // Faults hold rows back and let them come in a burst: half as many again. A file keeps the pages of removed rows for new ones, and does not shrink.
            var first = thirds.First.Max();
            trends.Add(new Trend(table, first, thirds.Last.Max(), Math.Round((first * 1.5) + (table == "size" ? 8192 : 300)), Math.Round(series[^1].At - series[0].At)));
        }

        return trends;
    }

    private static (List<double> First, List<double> Last)? Thirds(List<(double At, double Value)> series)
    {
        if (series.Count < 6 || series[^1].At - series[0].At < ShortestStretch)
            return null;
        var third = (series[^1].At - series[0].At) / 3;
        return ([.. series.Where(sample => sample.At <= series[0].At + third).Select(sample => sample.Value)], [.. series.Where(sample => sample.At >= series[^1].At - third).Select(sample => sample.Value)]);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
