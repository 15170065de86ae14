using System.Diagnostics;

namespace Shopify.Client.Tests.Support;

/// <summary>
/// A clock that goes on by itself when nothing happens any more: to the next timer, in steps of a quarter of a second at most, so that a moment of
/// silence misread costs no more than a step. Needs the process for itself, see <see cref="AloneInTheProcess"/>.
/// </summary>
internal sealed class SteppedTime : TimeProvider
{
    private static readonly TimeSpan LongestStep = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ShortestSilence = TimeSpan.FromMilliseconds(0.2);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private readonly PriorityQueue<(Timer Timer, int Setting), long> _due = new();
    private long _now;
    private long _activity;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Volatile.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero) + TimeSpan.FromTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Something happened, so time stands still a little longer.</summary>
    public void Touch() => Interlocked.Increment(ref _activity);

    /// <summary>Lets time go on until the task has ended.</summary>
    public Task RunAsync(Task task) => Task.Factory.StartNew(
        () =>
        {
            var limit = Stopwatch.StartNew();
            while (!task.IsCompleted)
            {
                Assert.True(limit.Elapsed < TimeSpan.FromMinutes(3), "it does not end");
                Silence();
                Step();
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    /// <summary>
    /// Nothing waits for a thread, no thread works, and nothing was touched meanwhile. A thread the machine has put aside still counts as working, so
    /// a busy machine lets time stand still longer instead of letting it run ahead of the work.
    /// </summary>
    private void Silence()
    {
        var before = Volatile.Read(ref _activity);
        var begun = Stopwatch.GetTimestamp();
        for (var since = begun; Stopwatch.GetElapsedTime(since) < ShortestSilence && Stopwatch.GetElapsedTime(begun) < LongestSilence;)
        {
            Thread.Yield();
            if (before == Volatile.Read(ref _activity) && ThreadPool.PendingWorkItemCount == 0 && Working() == 0)
                continue;
            before = Volatile.Read(ref _activity);
            since = Stopwatch.GetTimestamp();
        }
    }

    private static int Working()
    {
        ThreadPool.GetMaxThreads(out var most, out _);
        ThreadPool.GetAvailableThreads(out var free, out _);
        return most - free;
    }

    private void Step()
    {
        List<Timer> fired = [];
        lock (_gate)
        {
            var to = _now + LongestStep.Ticks;
            if (_due.TryPeek(out _, out var first) && first < to)
                to = Math.Max(first, _now);
            Volatile.Write(ref _now, to);
            while (_due.TryPeek(out var next, out var due) && due <= to)
            {
                _due.Dequeue();
                if (next.Timer.Setting == next.Setting)
                    fired.Add(next.Timer);
            }
        }

        foreach (var timer in fired)
            ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.Fire(), timer, preferLocal: false);
    }

    private sealed class Timer(SteppedTime time, Action fire) : ITimer
    {
        public int Setting { get; private set; }

        public Action Fire { get; } = fire;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.Touch();
            lock (time._gate)
            {
                Setting++;
                if (dueTime >= TimeSpan.Zero)
                    time._due.Enqueue((this, Setting), time._now + dueTime.Ticks);
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
