using System.Collections.Concurrent;

namespace WhatsApp.Client.Http;

/// <summary>Deadlines that are used again when they were not reached, with their timers. A clock that is not the system's gets new ones.</summary>
internal sealed class DeadlinePool(TimeProvider time)
{
    private const int Most = 64;
    private readonly ConcurrentStack<CancellationTokenSource> _idle = new();
    private readonly bool _isSystem = time == TimeProvider.System;
    private int _count;

    public CancellationTokenSource Rent(TimeSpan limit)
    {
        if (!_isSystem)
            return new CancellationTokenSource(limit, time);
        if (_idle.TryPop(out var deadline))
            Interlocked.Decrement(ref _count);
        else
            deadline = new CancellationTokenSource();
        deadline.CancelAfter(limit);
        return deadline;
    }

    /// <summary>Takes one back. Nothing may be registered with it any more.</summary>
    public void Return(CancellationTokenSource deadline)
    {
        if (_isSystem && Volatile.Read(ref _count) < Most && deadline.TryReset())
        {
            Interlocked.Increment(ref _count);
            _idle.Push(deadline);
        }
        else
        {
            deadline.Dispose();
        }
    }
}
