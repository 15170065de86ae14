namespace WhatsApp.Emulator;

/// <summary>A timer that is set again when its clock travels.</summary>
internal sealed class ClockTimer(EmulatorClock clock, TimerCallback callback, object? state) : ITimer
{
    private readonly Lock _lock = new();
    private ITimer? _inner;
    private DateTimeOffset? _due;
    private TimeSpan _period = Timeout.InfiniteTimeSpan;

    public void Start(TimeProvider inner, TimeSpan dueTime, TimeSpan period)
    {
        var timer = inner.CreateTimer(static self => ((ClockTimer)self!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        lock (_lock)
            _inner = timer;
        Change(dueTime, period);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            _period = period;
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
            return _inner?.Change(dueTime, period) ?? false;
        }
    }

    public void Rearm()
    {
        lock (_lock)
        {
            if (_due is not { } due)
                return;
            var left = due - clock.GetUtcNow();
            _inner?.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, _period);
        }
    }

    public void Dispose()
    {
        ITimer? inner;
        lock (_lock)
            (inner, _inner, _due) = (_inner, null, null);
        clock.Forget(this);
        inner?.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Fire()
    {
        lock (_lock)
        {
            if (_due is null)
                return;
            _due = _period == Timeout.InfiniteTimeSpan || _period == TimeSpan.Zero ? null : clock.GetUtcNow() + _period;
        }

        callback(state);
    }
}
