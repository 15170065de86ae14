using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Storage;
using ShopBot.Storage.Postgres;
using ShopBot.TestSupport.Servers;

namespace ShopBot.Benchmarks.Storage;

/// <summary>
/// What grouping is worth on PostgreSQL, beside bare SQL that writes the same rows, on one server in one run. Closed loop, 64 callers with a conversation each, rows of 600 bytes.
/// <c>dotnet run -c Release --project benchmarks/ShopBot.Benchmarks -- postgres</c>; about 90 s. Only ratios are worth keeping.
/// </summary>
internal static class PostgresLoad
{
    private const int Callers = 64;
    private static readonly int[] Connections = [4, 8, 16, 32];
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(4);

    public static async Task RunAsync()
    {
        await using var server = await PostgresServer.StartAsync(settings: "-c fsync=on -c full_page_writes=on -c synchronous_commit=on -c checkpoint_timeout=30min");
        var connectionString = $"{server.Address};Database=postgres";
        await using var services = new ServiceCollection().AddShopBotPostgres(options => options.ConnectionString = connectionString).BuildServiceProvider();
        await services.GetRequiredService<IStorageLifecycle>().InitializeAsync(TimeProvider.System.GetUtcNow());
        var lanes = services.GetRequiredService<ILaneStore>();
        var folder = Path.GetTempPath();
        Console.WriteLine($"{Environment.ProcessorCount} cores, load {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]}; {FsyncProbe.Run(folder)}");

        var people = new Conversations(lanes);
        await using var bare = new BareSql(connectionString);
        await people.WarmUpAsync();
        await bare.WarmUpAsync(Callers);

        var loneBare = await MedianAsync(() => bare.InsertOneAsync());
        var lone = await MedianAsync(() => people.AppendOneAsync(0));
        Console.WriteLine($"lone append: {lone:F0} us, bare INSERT: {loneBare:F0} us, added {lone - loneBare:F0} us (goal < 1000)");

        var bareAppend = await BestAsync("append, bare SQL, one per commit", count => LoopAsync(count, bare.AppendAsync));
        var oneAppend = await BestAsync("append, one per call", count => LoopAsync(count, people.AppendOneAsync));
        var appends = await ReportAsync("append, grouped", LoopAsync(Callers, people.AppendGroupedAsync));
        Console.WriteLine($"  grouped / bare single commits: {appends / bareAppend:F2} (goal >= 2); grouped / one per call: {appends / oneAppend:F2}");

        var oneTurn = await BestAsync("turn, one message per transaction", count => LoopAsync(count, people.TurnOneAsync));
        var turns = await ReportAsync("turn, grouped", LoopAsync(Callers, people.TurnGroupedAsync));
        var batch = await BestAsync("turn, bare SQL, 20 per commit", count => LoopAsync(count, bare.TwentyTurnsAsync, 20), [1, 2, 3, 4]);
        Console.WriteLine($"  grouped / one message per transaction: {turns / oneTurn:F2} (goal >= 3); grouped / bare batches of 20: {turns / batch:P0} (goal >= 40 %)");
        Console.WriteLine($"load {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]}; {FsyncProbe.Run(folder)}");
        await people.DisposeAsync();
    }

    private static async Task<double> BestAsync(string what, Func<int, Task<double>> run, int[]? counts = null)
    {
        var best = (Rate: 0.0, Count: 0);
        foreach (var count in counts ?? Connections)
        {
            var rate = await run(count);
            if (rate > best.Rate)
                best = (rate, count);
        }

        Console.WriteLine($"{what}: {best.Rate:F0}/s (best of {string.Join(", ", counts ?? Connections)} at once: {best.Count})");
        return best.Rate;
    }

    private static async Task<double> ReportAsync(string what, Task<double> run)
    {
        var rate = await run;
        Console.WriteLine($"{what}: {rate:F0}/s ({Callers} callers)");
        return rate;
    }

    /// <summary>Each caller does the next thing when the one before is done; returns things per second.</summary>
    private static async Task<double> LoopAsync(int callers, Func<int, Task> one, int each = 1)
    {
        var start = Stopwatch.GetTimestamp();
        var done = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var count = 0L;
            while (Stopwatch.GetElapsedTime(start) < Span)
            {
                await one(caller);
                count += each;
            }

            return count;
        })));
        return done.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<double> MedianAsync(Func<Task> one)
    {
        var times = new double[400];
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await one();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(times);
        return times[times.Length / 2];
    }
}
