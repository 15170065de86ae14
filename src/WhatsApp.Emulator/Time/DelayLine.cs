namespace WhatsApp.Emulator;

/// <summary>One delay that everybody waits for: whoever comes first is due first, so one timer serves all. Follows its clock when that travels. Thread-safe.</summary>
internal sealed class DelayLine
{
    /// <summary>Those that are due within this time go together.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(2);

    private readonly Lock _lock = new();
    private readonly Queue<(DateTimeOffset Due, TaskCompletionSource Waiter)> _waiters = new();
    private readonly TimeProvider _clock;
    private readonly TimeSpan _delay;
    private readonly CancellationToken _stopping;
    private readonly ITimer _timer;

    public DelayLine(TimeProvider clock, TimeSpan delay, CancellationToken stopping)
    {
        (_clock, _delay, _stopping) = (clock, delay, stopping);
        _timer = clock.CreateTimer(static self => ((DelayLine)self!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        stopping.UnsafeRegister(static self => ((DelayLine)self!).Stop(), this);
    }

    /// <summary>Ends when the delay is over, or cancelled when the emulator stops.</summary>
    public Task WaitAsync()
    {
        if (_delay <= TimeSpan.Zero)
            return Task.CompletedTask;
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_stopping.IsCancellationRequested)
                return Task.FromCanceled(_stopping);
            _waiters.Enqueue((_clock.GetUtcNow() + _delay, waiter));
            if (_waiters.Count == 1)
                _timer.Change(_delay, Timeout.InfiniteTimeSpan);
        }

        return waiter.Task;
    }

    private void Fire()
    {
        List<TaskCompletionSource> due = [];
        lock (_lock)
        {
            var now = _clock.GetUtcNow();
            while (_waiters.TryPeek(out var first) && first.Due <= now)
                due.Add(_waiters.Dequeue().Waiter);
            if (_waiters.TryPeek(out var next) && !_stopping.IsCancellationRequested)
                _timer.Change(next.Due - now > Grain ? next.Due - now : Grain, Timeout.InfiniteTimeSpan);
        }

        foreach (var waiter in due)
            waiter.TrySetResult();
    }

    private void Stop()
    {
        List<TaskCompletionSource> left;
        lock (_lock)
        {
            left = [.. _waiters.Select(waiting => waiting.Waiter)];
            _waiters.Clear();
            _timer.Dispose();
        }

        foreach (var waiter in left)
            waiter.TrySetCanceled(_stopping);
    }
}
