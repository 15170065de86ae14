using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;
using ShopBot.LoadTest.Running;

namespace ShopBot.LoadTest.Growth;

/// <summary>Looks at the hosts' memory and at the rows of the database while faults are played, and lets rows grow old.</summary>
internal sealed class GrowthWatch : IAsyncDisposable
{
    /// <summary>From here on a run can show that memory and tables stay as they are; a shorter one only that retention works.</summary>
    public static readonly TimeSpan Long = TimeSpan.FromMinutes(6);

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AgedAfter = TimeSpan.FromSeconds(90);

    // A sweep a second takes a thousand rows of each table.
    private static readonly TimeSpan SweepPatience = TimeSpan.FromSeconds(90);

    private const int FewRows = 200;
    private readonly World _world;
    private readonly KeptRows _rows;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<MemorySample> _memory = [];
    private readonly List<TableSample> _tables = [];
    private readonly Dictionary<int, double> _born = [];
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly Task _watching;

    private GrowthWatch(World world)
    {
        _world = world;
        _rows = world.Postgres is { } server ? new PostgresRows($"{server.Address};Database=postgres") : new SqliteRows(world.Database);
        _watching = Task.Run(WatchAsync);
    }

    public static GrowthWatch Start(World world) => new(world);

    /// <summary>Ends the watch, makes everything old and waits for the hosts to take it away. Call it while they still run and nobody writes.</summary>
    /// <param name="duration">How long faults were played; what may be asked of the figures depends on it.</param>
    public async Task<GrowthResult> FinishAsync(TimeSpan duration)
    {
        await StopAsync();
        var before = await _rows.CountAsync();
        await _rows.AgeAsync(TimeSpan.Zero);
        var began = Stopwatch.GetTimestamp();
        IReadOnlyDictionary<string, long> left;
        while ((left = await _rows.BeyondRetentionAsync()).Values.Sum() > 0 && Stopwatch.GetElapsedTime(began) < SweepPatience)
            await Task.Delay(500);
        var after = await _rows.CountAsync();
        var removed = before.Where(entry => entry.Key != "size").Sum(entry => Math.Max(0, entry.Value - after.GetValueOrDefault(entry.Key)));

        var isLong = duration >= Long;
        var (memory, tables) = isLong ? (GrowthRules.OfMemory(_memory), GrowthRules.OfTables(_tables)) : ([], []);
        var faults = memory.Concat(tables).Where(trend => !trend.IsFlat).Select(trend => $"{trend.Of} grows").ToList();
        if (isLong && (memory.Count < 2 * _world.Hosts.Count || tables.Count == 0))
            faults.Add("too few figures to tell whether memory and tables grow");
        faults.AddRange(left.Where(entry => entry.Value > 0).Select(entry => $"{entry.Value} rows of {entry.Key} outlive their retention"));
        // Where most rows stay, either the host or this program does not know any more which ones are finished.
        faults.AddRange(_rows.Tables.Where(table => before[table] > FewRows && after[table] > before[table] / 2).Select(table => $"{after[table]} of {before[table]} rows of {table} stay when everything is old"));
        if (removed == 0)
            faults.Add("no row was removed, so retention was not seen at work");
        var peaks = _memory.GroupBy(sample => sample.Host).ToDictionary(host => host.Key, host => Math.Round(host.Max(sample => sample.WorkingSet), 1));
        return new GrowthResult(memory, tables, left, removed, before, peaks, faults);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _watching;
    }

    private async Task WatchAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            LookAtMemory();
            try
            {
                await _rows.AgeAsync(AgedAfter);
                _tables.Add(new TableSample(Stopwatch.GetElapsedTime(_began).TotalSeconds, await _rows.CountAsync()));
            }
            catch (Exception e) when (e is NpgsqlException or SqliteException or IOException or TimeoutException)
            {
                // A fault has the database; the next look tells.
            }

            await Task.Delay(Every, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void LookAtMemory()
    {
        var at = Stopwatch.GetElapsedTime(_began).TotalSeconds;
        for (var i = 0; i < _world.Hosts.Count; i++)
        {
            if (_world.Hosts[i].Look() is not { } look)
                continue;
            _born.TryAdd(look.Id, at);
            var heap = Probe.Read([_world.ProbeFile(i)])["process.live_heap"];
            _memory.Add(new MemorySample(Math.Round(at, 1), _world.Hosts[i].Name, look.Id, at - _born[look.Id], look.Memory / 1048576.0, heap.Count > 0 ? heap.Sum / 1048576.0 : null));
        }
    }
}
