using System.Text.Json;

namespace ShopBot.LoadTest.Running;

/// <summary>What a host's own metrics said at one moment; the difference of two is what happened in between. A host that started anew counts from zero.</summary>
internal sealed class Probe
{
    private readonly Dictionary<string, Measured> _series = new(StringComparer.Ordinal);

    public static Probe Read(IEnumerable<string> files)
    {
        var probe = new Probe();
        foreach (var file in files.Where(File.Exists))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (var entry in document.RootElement.EnumerateObject())
            {
                var buckets = entry.Value.GetProperty("buckets").EnumerateArray().Select(count => count.GetInt64()).ToArray();
                probe.Add(entry.Name, new Measured(entry.Value.GetProperty("count").GetInt64(), entry.Value.GetProperty("sum").GetDouble(), buckets));
            }
        }

        return probe;
    }

    /// <summary>What came after an earlier look.</summary>
    public Probe Since(Probe before)
    {
        var after = new Probe();
        foreach (var (name, measured) in _series)
            after._series[name] = before._series.TryGetValue(name, out var old) && old.Count <= measured.Count ? measured.Less(old) : measured;
        return after;
    }

    public Measured this[string name] => _series.GetValueOrDefault(name, Measured.Nothing);

    /// <summary>All series of an instrument together.</summary>
    public Measured All(string instrument) =>
        _series.Where(entry => entry.Key == instrument || entry.Key.StartsWith(instrument + "/", StringComparison.Ordinal)).Aggregate(Measured.Nothing, (sum, entry) => sum.Plus(entry.Value));

    private void Add(string name, Measured measured) => _series[name] = this[name].Plus(measured);

    /// <summary>Count, sum, and for times the counts per eighth of a power of two of microseconds.</summary>
    internal sealed record Measured(long Count, double Sum, long[] Buckets)
    {
        public static readonly Measured Nothing = new(0, 0, []);

        public double Mean => Count == 0 ? 0 : Sum / Count;

        /// <summary>A time in milliseconds, too high by at most 9 %.</summary>
        public double Percentile(double percent)
        {
            var wanted = Buckets.Sum() * percent / 100;
            long seen = 0;
            for (var i = 0; i < Buckets.Length; i++)
            {
                seen += Buckets[i];
                if (seen >= wanted && seen > 0)
                    return Math.Pow(2, (i + 1) / 8.0) / 1000;
            }

            return 0;
        }

        public Measured Plus(Measured other) => new(Count + other.Count, Sum + other.Sum, Combine(Buckets, other.Buckets, 1));

        public Measured Less(Measured other) => new(Count - other.Count, Sum - other.Sum, Combine(Buckets, other.Buckets, -1));

        private static long[] Combine(long[] one, long[] other, int sign) =>
            [.. Enumerable.Range(0, Math.Max(one.Length, other.Length)).Select(i => one.ElementAtOrDefault(i) + (sign * other.ElementAtOrDefault(i)))];
    }
}
