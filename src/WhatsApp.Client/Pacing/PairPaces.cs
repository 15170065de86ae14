using System.Runtime.InteropServices;

namespace WhatsApp.Client.Pacing;

/// <summary>
/// The persons one number wrote to lately. Each message borrows one interval; what is borrowed runs off by itself and may not pass the burst.
/// Who owes nothing is forgotten: at one message per interval no more can owe than the number may send in that time.
/// </summary>
internal sealed class PairPaces
{
    private const int SmallestSweep = 64;
    private readonly Dictionary<ulong, Pair> _pairs = [];
    private int _sweepAt = SmallestSweep;

    public int Count => _pairs.Count;

    /// <summary>Ticks until this many messages may go; zero or less for now.</summary>
    public long Wait(in WhatsAppRateRequest request, int permits, long now)
    {
        if (request.PairKey == 0 || !_pairs.TryGetValue(request.PairKey, out var pair))
            return 0;
        if (pair.PausedUntil > now)
            return pair.PausedUntil - now;
        var interval = request.PairInterval.Ticks;
        var afterwards = Math.Max(pair.PaidAt, now) + (interval * Math.Min(permits, request.PairBurst));
        return afterwards - (interval * request.PairBurst) - now;
    }

    public void Take(in WhatsAppRateRequest request, int permits, long now)
    {
        if (request.PairKey == 0 || request.PairInterval == TimeSpan.Zero)
            return;
        ref var pair = ref CollectionsMarshal.GetValueRefOrAddDefault(_pairs, request.PairKey, out var exists);
        pair.PaidAt = Math.Max(pair.PaidAt, now) + (request.PairInterval.Ticks * permits);
        if (!exists)
            Sweep(now);
    }

    public void Pause(ulong key, long until)
    {
        ref var pair = ref CollectionsMarshal.GetValueRefOrAddDefault(_pairs, key, out _);
        pair.PausedUntil = Math.Max(pair.PausedUntil, until);
    }

    public bool IsIdle(long now) => _pairs.Values.All(pair => pair.IsIdle(now));

    private void Sweep(long now)
    {
        if (_pairs.Count < _sweepAt)
            return;
        foreach (var (key, pair) in _pairs)
        {
            if (pair.IsIdle(now))
                _pairs.Remove(key);
        }

        _sweepAt = Math.Max(SmallestSweep, _pairs.Count * 2);
    }

    /// <summary>When what was borrowed is paid back, and until when the platform refuses.</summary>
    private struct Pair
    {
        public long PaidAt;
        public long PausedUntil;

        public readonly bool IsIdle(long now) => PaidAt <= now && PausedUntil <= now;
    }
}
