using System.Runtime.InteropServices;

namespace WhatsApp.Client.Pacing;

/// <summary>How often in a row the platform refused a number or a pair as too fast. Normally empty; what is old is forgotten.</summary>
internal sealed class RefusalBook
{
    private const int SmallestSweep = 256;

    /// <summary>Longer than the longest back-off of a pair, 68 minutes and its jitter.</summary>
    private static readonly long Memory = TimeSpan.FromHours(2).Ticks;

    private readonly Lock _lock = new();
    private readonly Dictionary<(PhoneNumberId Number, ulong PairKey), Entry> _entries = [];
    private int _sweepAt = SmallestSweep;
    private volatile bool _isEmpty = true;

    /// <summary>How long to pause now. Answers to messages that were on their way together count once.</summary>
    public TimeSpan Add(PhoneNumberId number, ulong pairKey, long now, Func<int, TimeSpan> pauseOf)
    {
        lock (_lock)
        {
            Sweep(now);
            _isEmpty = false;
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, (number, pairKey), out var exists);
            if (exists && now < entry.PausedUntil)
                return TimeSpan.FromTicks(entry.PausedUntil - now);
            entry.Count = exists && now - entry.PausedUntil < Memory ? entry.Count + 1 : 0;
            var pause = pauseOf(entry.Count);
            entry.PausedUntil = now + pause.Ticks;
            return pause;
        }
    }

    public void Remove(PhoneNumberId number, ulong pairKey)
    {
        if (_isEmpty)
            return;
        lock (_lock)
        {
            _entries.Remove((number, pairKey));
            _entries.Remove((number, 0));
            _isEmpty = _entries.Count == 0;
        }
    }

    private void Sweep(long now)
    {
        if (_entries.Count < _sweepAt)
            return;
        foreach (var (key, entry) in _entries)
        {
            if (now - entry.PausedUntil > Memory)
                _entries.Remove(key);
        }

        _sweepAt = Math.Max(SmallestSweep, _entries.Count * 2);
    }

    private struct Entry
    {
        public int Count;
        public long PausedUntil;
    }
}
