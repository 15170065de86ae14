namespace Shopify.Client.Tests.Support;

/// <summary>
/// A clock on which waits are over at once and written down; timers of the length of the deadline and patience of a minute and more never fire.
/// </summary>
internal sealed class InstantTime(TimeSpan deadline) : TimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private readonly List<TimeSpan> _waits = [];
    private TimeSpan _elapsed;

    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_gate)
                return [.. _waits];
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (_gate)
            return _elapsed.Ticks;
    }

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero) + TimeSpan.FromTicks(GetTimestamp());

    public void Advance(TimeSpan time)
    {
        lock (_gate)
            _elapsed += time;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new InstantTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private void Wait(TimeSpan dueTime, Action fire)
    {
        if (dueTime == deadline || dueTime >= Patience || dueTime < TimeSpan.Zero)
            return;
        lock (_gate)
        {
            _waits.Add(dueTime);
            _elapsed += dueTime;
        }

        ThreadPool.QueueUserWorkItem(_ => fire());
    }

    private sealed class InstantTimer(InstantTime time, Action fire) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.Wait(dueTime, fire);
            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
