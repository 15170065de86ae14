using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>
/// A thread that writes, so that no worker of the pool waits for the disk. Writes that wait share its next transaction, and with it the cost of a commit; a lone one waits for nobody.
/// When a shared transaction fails, each of its writes is done again alone, so that none suffers for another: a write must come to the same when it is repeated after a rollback.
/// </summary>
internal sealed class WriterQueue : IDisposable
{
    private const int Busy = 5;
    private const int Locked = 6;
    private readonly BlockingCollection<QueuedWrite> _waiting = [];
    private readonly SemaphoreSlim _gate;
    private readonly Action<Action<Session>> _transact;
    private readonly Lazy<Thread> _thread;

    public WriterQueue(SemaphoreSlim gate, Action<Action<Session>> transact)
    {
        _gate = gate;
        _transact = transact;
        _thread = new Lazy<Thread>(() =>
        {
            var thread = new Thread(Work) { IsBackground = true, Name = "SQLite writer" };
            thread.UnsafeStart();
            return thread;
        });
    }

    public Task<T> RunAsync<T>(Func<Session, T> work, CancellationToken cancellationToken)
    {
        var write = new QueuedWrite<T>(work, cancellationToken);
        _ = _thread.Value;
        try
        {
            _waiting.Add(write, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            throw new ObjectDisposedException(nameof(Database));
        }

        return write.Task;
    }

    /// <summary>What waits is still written.</summary>
    public void Dispose()
    {
        _waiting.CompleteAdding();
        if (_thread.IsValueCreated)
            _thread.Value.Join();
    }

    private void Work()
    {
        foreach (var first in _waiting.GetConsumingEnumerable())
        {
            _gate.Enter();
            try
            {
                Write(Group(first));
            }
            finally
            {
                _gate.Release();
            }
        }
    }

    private List<QueuedWrite> Group(QueuedWrite first)
    {
        List<QueuedWrite> group = [];
        for (var write = first; write is not null; write = _waiting.TryTake(out var next) ? next : null)
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
            _transact(sql => group.ForEach(write => write.Run(sql)));
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is Busy or Locked)
        {
            // Somebody else holds the file, and was waited for.
            group.ForEach(write => write.Fail(fault));
            return;
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
