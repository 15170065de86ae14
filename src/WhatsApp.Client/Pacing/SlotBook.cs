using System.Runtime.InteropServices;

namespace WhatsApp.Client.Pacing;

/// <summary>
/// Gives everybody who is sent away a time of their own, one interval after the last: told the same time, they would all come back together.
/// Only advice: nothing is kept free for them.
/// </summary>
internal sealed class SlotBook
{
    private const int SmallestSweep = 256;

    /// <summary>Nobody is sent away for longer than this by others before them.</summary>
    private static readonly long Longest = TimeSpan.FromMinutes(1).Ticks;

    private readonly Lock _lock = new();
    private readonly Dictionary<PhoneNumberId, long> _next = [];
    private int _sweepAt = SmallestSweep;

    /// <summary>How long to stay away, at least as long as the number must wait anyway.</summary>
    public TimeSpan Next(PhoneNumberId number, TimeSpan wait, int messagesPerSecond, long now)
    {
        lock (_lock)
        {
            Sweep(now);
            ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(_next, number, out _);
            var slot = Math.Max(Math.Min(next, now + wait.Ticks + Longest), now + wait.Ticks);
            next = slot + (TimeSpan.TicksPerSecond / messagesPerSecond);
            return TimeSpan.FromTicks(slot - now);
        }
    }

    private void Sweep(long now)
    {
        if (_next.Count < _sweepAt)
            return;
        foreach (var (number, next) in _next)
        {
            if (next <= now)
                _next.Remove(number);
        }

        _sweepAt = Math.Max(SmallestSweep, _next.Count * 2);
    }
}
