namespace WhatsApp.Emulator;

/// <summary>Status steps and webhook retries that outlive the call which caused them; all end when the emulator stops.</summary>
internal sealed class BackgroundWork(CancellationToken stopping)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _idle;
    private Exception? _failure;
    private int _running;

    public void Run(Func<CancellationToken, Task> work)
    {
        Begin();
        _ = Task.Run(() => GoAsync(work), CancellationToken.None);
    }

    /// <summary>Something is due: <see cref="WaitForIdleAsync"/> waits until <see cref="End"/> is called as often.</summary>
    public void Begin()
    {
        lock (_lock)
            _running++;
    }

    public void End()
    {
        TaskCompletionSource? idle = null;
        lock (_lock)
        {
            if (--_running == 0)
                (idle, _idle) = (_idle, null);
        }

        idle?.SetResult();
    }

    public async Task WaitForIdleAsync(CancellationToken cancellationToken)
    {
        Task waiting;
        lock (_lock)
        {
            if (_running == 0)
                waiting = Task.CompletedTask;
            else
                waiting = (_idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }

        await waiting.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (Interlocked.Exchange(ref _failure, null) is { } failure)
            throw new InvalidOperationException("Work of the emulator failed behind the call that caused it.", failure);
    }

    public Task DrainAsync() => WaitForIdleAsync(CancellationToken.None);

    private async Task GoAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
#pragma warning disable CA1031 // The edge of a loop: whoever waits for idleness is told.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref _failure, failure, null);
        }
        finally
        {
            End();
        }
    }
}
