using System.Collections.Concurrent;

namespace WhatsApp.Emulator;

/// <summary>Status steps and webhook retries that outlive the call which caused them; all end when the emulator stops.</summary>
internal sealed class BackgroundWork(CancellationToken stopping)
{
    private readonly ConcurrentDictionary<Task, byte> _running = new();

    public void Run(Func<CancellationToken, Task> work)
    {
        if (stopping.IsCancellationRequested)
            return;
        var task = Task.Run(() => RunQuietlyAsync(work), CancellationToken.None);
        _running[task] = 0;
        _ = task.ContinueWith(done => _running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public async Task WaitForIdleAsync(CancellationToken cancellationToken)
    {
        while (_running.Keys.ToArray() is { Length: > 0 } tasks)
            await Task.WhenAll(tasks).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task DrainAsync() => WaitForIdleAsync(CancellationToken.None);

    private async Task RunQuietlyAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
    }
}
