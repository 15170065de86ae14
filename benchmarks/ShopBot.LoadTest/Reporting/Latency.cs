using HdrHistogram;

namespace ShopBot.LoadTest.Reporting;

/// <summary>Milliseconds.</summary>
internal sealed record Latency(double P50, double P95, double P99, double Max)
{
    public static Latency Of(HistogramBase times) => times.TotalCount == 0
        ? new Latency(0, 0, 0, 0)
        : new Latency(At(times, 50), At(times, 95), At(times, 99), At(times, 100));

    private static double At(HistogramBase times, double percentile) => Math.Round(times.GetValueAtPercentile(percentile) / 1000.0, 2);
}
