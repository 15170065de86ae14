using System.Diagnostics;

namespace ShopBot.LoadTest.Running;

/// <summary>How fast this disk makes 8 KB durable: numbers of two runs compare only when this did not change.</summary>
internal static class FsyncProbe
{
    private const int Times = 300;

    /// <returns>Median and 95th percentile in microseconds.</returns>
    public static (double Median, double P95) Run(string folder)
    {
        var path = Path.Combine(folder, "probe.bin");
        var page = new byte[8192];
        var times = new double[Times];
        using (var file = new FileStream(path, FileMode.Create))
        {
            for (var i = 0; i < Times; i++)
            {
                var start = Stopwatch.GetTimestamp();
                file.Position = 0;
                file.Write(page);
                file.Flush(flushToDisk: true);
                times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            }
        }

        File.Delete(path);
        Array.Sort(times);
        return (times[Times / 2], times[Times * 95 / 100]);
    }
}
