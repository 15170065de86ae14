using Microsoft.Data.Sqlite;

namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>
/// Moves what was written from the log into the file, beside the writer: it waits only for the last few pages, after which the log begins anew. (SQLite's own way is to let
/// the writer do it all within a commit, tens of milliseconds at a time.)
/// </summary>
internal sealed class Checkpoints(SemaphoreSlim gate, Func<Session> connect, Func<Func<bool>, bool> guard) : IDisposable
{
    // Of 4 KB: the log is some 32 MB long.
    private const int PagesBetween = 8_000;

    // When somebody still read what was to be moved.
    private const int PagesBeforeNextTry = 1_000;

    // The second round has what was written during the first.
    private const int RoundsBeside = 2;
    private readonly Lock _lock = new();
    private Session? _session;
    private int _pages;

    // The first commit moves what a killed process left in the log.
    private int _pagesBetween;
    private bool _isRunning;
    private bool _disposed;

    /// <summary>Call it after each commit, within the gate.</summary>
    public void Written(Session writer)
    {
        _pages += writer.TakePagesWritten();
        if (_pages < Volatile.Read(ref _pagesBetween) || Volatile.Read(ref _isRunning))
            return;
        _pages = 0;
        Volatile.Write(ref _isRunning, true);
        try
        {
            // A thread of its own: no worker of the pool waits for the disk.
            new Thread(Run) { IsBackground = true, Name = "SQLite checkpoint" }.UnsafeStart();
        }
        catch (OutOfMemoryException)
        {
            // No thread can be had now; what was written is committed all the same.
            Volatile.Write(ref _isRunning, false);
        }
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

    private void Run()
    {
        var isMoved = false;
        try
        {
            isMoved = Enumerable.Range(0, RoundsBeside).All(_ => guard(Move)) && MoveAlone();
        }
        catch (Exception fault) when (fault is SqliteException or SqliteDamagedException)
        {
            // The disk is full or slow: nothing is lost, the log grows meanwhile. Damage is known to the database by now.
        }
        finally
        {
            Volatile.Write(ref _pagesBetween, isMoved ? PagesBetween : PagesBeforeNextTry);
            Volatile.Write(ref _isRunning, false);
        }
    }

    private bool MoveAlone()
    {
        gate.Enter();
        try
        {
            return guard(Move);
        }
        finally
        {
            gate.Release();
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
