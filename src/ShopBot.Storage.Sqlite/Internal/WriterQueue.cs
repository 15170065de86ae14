using System.Collections.Concurrent;

namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>
/// Lets writes that wait for the writer share its next transaction, and with it the cost of a commit; a lone write waits for nobody. When a shared transaction fails, each of its writes
/// is done again alone, so that none suffers for another: a write must come to the same when it is repeated after a rollback.
/// </summary>
internal sealed class WriterQueue(SemaphoreSlim gate, Action<Action<Session>> transact)
{
    private readonly ConcurrentQueue<QueuedWrite> _waiting = new();
    private int _isDriven;

    public Task<T> RunAsync<T>(Func<Session, T> work, CancellationToken cancellationToken)
    {
        var write = new QueuedWrite<T>(work, cancellationToken);
        _waiting.Enqueue(write);
        if (Interlocked.Exchange(ref _isDriven, 1) == 0)
            _ = DriveAsync();
        return write.Task;
    }

    private async Task DriveAsync()
    {
        do
        {
            while (!_waiting.IsEmpty)
            {
                await gate.WaitAsync().ConfigureAwait(false);
                try
                {
                    Write(Next());
                }
                finally
                {
                    gate.Release();
                }

                // Whoever began this has an answer by now and does not work for the others.
                if (!_waiting.IsEmpty)
                    await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            }

            Interlocked.Exchange(ref _isDriven, 0);
        }
        while (!_waiting.IsEmpty && Interlocked.Exchange(ref _isDriven, 1) == 0);
    }

    private List<QueuedWrite> Next()
    {
        List<QueuedWrite> group = [];
        while (_waiting.TryDequeue(out var write))
        {
            if (write.TryBegin())
                group.Add(write);
        }

        return group;
    }

    private void Write(List<QueuedWrite> group)
    {
        if (group.Count == 0)
            return;
        try
        {
            transact(sql => group.ForEach(write => write.Run(sql)));
        }
        catch (Exception) when (group.Count > 1)
        {
            group.ForEach(write => Write([write]));
            return;
        }
        catch (Exception fault)
        {
            group[0].Fail(fault);
            return;
        }

        group.ForEach(write => write.Complete());
    }
}
