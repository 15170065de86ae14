namespace WhatsApp.Emulator;

/// <summary>
/// The platform's clock: the clock of the options, moved forward by <see cref="Advance"/>. The 24-hour window, rate limits, lifetimes, status
/// delays and webhook retries follow it; how long an endpoint may take to answer does not. Safe for use from many threads.
/// </summary>
public sealed class EmulatorClock : TimeProvider
{
    private readonly TimeProvider _inner;
    private readonly Lock _lock = new();
    private readonly HashSet<ClockTimer> _timers = [];
    private long _ahead;

    internal EmulatorClock(TimeProvider inner) => _inner = inner;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _inner.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => _inner.TimestampFrequency;

    /// <summary>How far this clock is ahead of the one it was made from. Zero until <see cref="Advance"/> is called.</summary>
    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _inner.GetUtcNow() + Ahead;

    /// <inheritdoc/>
    public override long GetTimestamp() =>
        _inner.GetTimestamp() + (long)((Int128)Interlocked.Read(ref _ahead) * _inner.TimestampFrequency / TimeSpan.TicksPerSecond);

    /// <summary>Travels into the future: what falls due in between happens at once.</summary>
    /// <param name="by">How far, zero or more.</param>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        ClockTimer[] timers;
        lock (_lock)
        {
            Interlocked.Add(ref _ahead, by.Ticks);
            timers = [.. _timers];
        }

        foreach (var timer in timers)
            timer.Rearm();
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ClockTimer(this, callback, state);
        lock (_lock)
            _timers.Add(timer);
        timer.Start(_inner, dueTime, period);
        return timer;
    }

    internal void Forget(ClockTimer timer)
    {
        lock (_lock)
            _timers.Remove(timer);
    }
}
