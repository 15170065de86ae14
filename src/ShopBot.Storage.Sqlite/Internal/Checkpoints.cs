using Microsoft.Data.Sqlite;

namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>
/// Moves what was written from the log into the file, beside the writer: it waits only for the last few pages, after which the log begins anew. (SQLite's own way is to let
/// the writer do it all within a commit, tens of milliseconds at a time.)
/// </summary>
internal sealed class Checkpoints(SemaphoreSlim writerGate, Func<Session> connect) : IDisposable
{
    // Of 4 KB: the log is some 32 MB long.
    private const int PagesBetween = 8_000;

    // The second round has what was written during the first.
    private const int RoundsBeside = 2;
    private readonly Lock _lock = new();
    private Session? _session;
    private int _pages;
    private bool _isRunning;
    private bool _disposed;

    /// <summary>Call it after each commit, within the gate.</summary>
    public void Written(Session writer)
    {
        _pages += writer.TakePagesWritten();
        if (_pages < PagesBetween || Volatile.Read(ref _isRunning))
            return;
        _pages = 0;
        Volatile.Write(ref _isRunning, true);
        _ = Task.Run(RunAsync);
    }

    /// <summary>Call it within the gate. What is left is moved when the last connection closes.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _session?.Dispose();
        }
    }

    private async Task RunAsync()
    {
        try
        {
            for (var round = 0; round < RoundsBeside; round++)
            {
                // Somebody still reads what stood before some pages, so the log cannot begin anew this time.
                if (!Move())
                    return;
            }

            await writerGate.WaitAsync().ConfigureAwait(false);
            try
            {
                Move();
            }
            finally
            {
                writerGate.Release();
            }
        }
        catch (SqliteException)
        {
            // The disk is full or slow: nothing is lost, the log grows and is tried again after as many pages. Whoever reads or writes comes upon damage himself.
        }
        finally
        {
            Volatile.Write(ref _isRunning, false);
        }
    }

    /// <returns>Whether all pages that were there could be moved.</returns>
    private bool Move()
    {
        lock (_lock)
        {
            if (_disposed)
                return false;
            _session ??= connect();
            using var row = _session.Read("PRAGMA wal_checkpoint(PASSIVE)");
            return row.Read() && row.GetInt64(0) == 0 && row.GetInt64(1) == row.GetInt64(2);
        }
    }
}
