using System.Collections.Concurrent;

namespace WhatsApp.Emulator;

/// <summary>Status steps and webhook retries that outlive the call which caused them; all end when the emulator stops.</summary>
internal sealed class BackgroundWork(CancellationToken stopping)
{
    private readonly ConcurrentDictionary<Task, byte> _running = new();

    public void Run(Func<CancellationToken, Task> work) => _ = Start(async stop =>
    {
        await work(stop).ConfigureAwait(false);
        return true;
    });

    /// <summary>The caller may wait for the result or leave; the work goes on either way.</summary>
    public Task<T> Start<T>(Func<CancellationToken, Task<T>> work)
    {
        var task = Task.Run(() => work(stopping), stopping);
        var tracked = QuietAsync(task);
        _running[tracked] = 0;
        _ = tracked.ContinueWith(done => _running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return task;
    }

    public async Task WaitForIdleAsync(CancellationToken cancellationToken)
    {
        while (_running.Keys.ToArray() is { Length: > 0 } tasks)
            await Task.WhenAll(tasks).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task DrainAsync() => WaitForIdleAsync(CancellationToken.None);

    private async Task QuietAsync(Task task)
    {
        try
        {
            await task.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
    }
}
