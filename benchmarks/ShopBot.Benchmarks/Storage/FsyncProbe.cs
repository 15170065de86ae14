using System.Diagnostics;

namespace ShopBot.Benchmarks.Storage;

/// <summary>How fast this disk makes 8 KB durable: numbers of two runs compare only when this did not change.</summary>
internal static class FsyncProbe
{
    public static string Run(string folder)
    {
        var path = Path.Combine(folder, "probe.bin");
        var page = new byte[8192];
        var times = new double[300];
        using (var file = new FileStream(path, FileMode.Create))
        {
            for (var i = 0; i < times.Length; i++)
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
        return $"fsync of 8 KB: median {times[150]:F0} us, p95 {times[285]:F0} us";
    }
}
