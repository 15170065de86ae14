namespace ShopBot.Engine.Storage.InMemory;

/// <summary>Counts in this process: for tests and one host, and while a shared store does not answer. Groups unused for ten minutes are forgotten.</summary>
/// <param name="time">The clock.</param>
public sealed class InMemoryCounterStore(TimeProvider time) : ICounterStore
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Group> _groups = new(StringComparer.Ordinal);
    private readonly long _origin = time.GetTimestamp();
    private int _sweepAt = 256;

    /// <inheritdoc />
    public ValueTask<CounterAnswer> TakeAsync(string group, IReadOnlyList<CounterDemand> demands, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(demands);
        lock (_lock)
        {
            var (entries, now) = Find(group);
            for (var i = 0; i < demands.Count; i++)
            {
                if (entries.Of(demands[i].Name).Wait(demands[i], now) is > 0 and var wait)
                    return ValueTask.FromResult(new CounterAnswer(false, i, TimeSpan.FromMicroseconds(wait)));
            }

            double? mark = null;
            foreach (var demand in demands)
            {
                var entry = entries.Of(demand.Name);
                entry.Take(demand, now);
                if (demand.WillSettle)
                    mark ??= entry.Settled;
            }

            return ValueTask.FromResult(CounterAnswer.Taken with { Mark = mark });
        }
    }

    /// <inheritdoc />
    public ValueTask CountAsync(string group, string name, CounterLimit limit, int amount, int most, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            var (entries, now) = Find(group);
            entries.Of(name).Count(limit, amount, most, now);
            return ValueTask.CompletedTask;
        }
    }

    /// <inheritdoc />
    public ValueTask SettleAsync(string group, CounterSettlement settlement, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            var (entries, now) = Find(group);
            entries.Of(settlement.Name).Settle(settlement, now);
            return ValueTask.CompletedTask;
        }
    }

    /// <inheritdoc />
    public ValueTask PauseAsync(string group, string name, TimeSpan time, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            var (entries, now) = Find(group);
            var entry = entries.Of(name);
            entry.PausedUntil = Math.Max(entry.PausedUntil, now + (time.Ticks / TimeSpan.TicksPerMicrosecond));
            return ValueTask.CompletedTask;
        }
    }

    private (Group Entries, long Now) Find(string group)
    {
        var now = time.GetElapsedTime(_origin).Ticks / TimeSpan.TicksPerMicrosecond;
        if (!_groups.TryGetValue(group, out var entries))
        {
            if (_groups.Count >= _sweepAt)
                Sweep(now);
            _groups.Add(group, entries = new Group());
        }

        entries.UsedAt = now;
        return (entries, now);
    }

    private void Sweep(long now)
    {
        foreach (var (name, entries) in _groups)
        {
            if (now - entries.UsedAt > Idle.Ticks / TimeSpan.TicksPerMicrosecond)
                _groups.Remove(name);
        }

        _sweepAt = Math.Max(256, _groups.Count * 2);
    }

    private sealed class Group
    {
        private readonly Dictionary<string, CounterEntry> _entries = new(StringComparer.Ordinal);

        public long UsedAt { get; set; }

        public CounterEntry Of(string name)
        {
            if (!_entries.TryGetValue(name, out var entry))
                _entries.Add(name, entry = new CounterEntry());
            return entry;
        }
    }
}
