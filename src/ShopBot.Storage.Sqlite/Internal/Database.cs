using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using ShopBot.Engine;

namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>
/// The file: one writing session behind a fair gate, and reading sessions beside it. Opened, locked and migrated by the first call,
/// because the key ring may be read before the program's own start.
/// </summary>
internal sealed class Database : IDisposable
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    // Of 4 KB: 32 MB of the hottest pages stay in memory.
    private const int CachePages = 8_000;

    // In bytes. A log that somebody's long reading made longer is cut back to this when it begins anew.
    private const int LongestLog = 64 << 20;
    private readonly string _connectionString;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ConcurrentBag<Session> _readers = [];
    private readonly Checkpoints _checkpoints;
    private readonly WriterQueue _queue;
    private readonly bool _sharesCommits;
    private ProcessLock? _lock;
    private volatile Session? _writer;
    private readonly bool _checksAtStart;
    private volatile SqliteDamagedException? _damage;
    private bool _inMemory;
    private volatile bool _disposed;

    public Database(IOptions<SqliteStorageOptions> options, IOptions<ShopBotOptions> engine)
    {
        _connectionString = new SqliteConnectionStringBuilder(options.Value.ConnectionString) { ForeignKeys = true, Pooling = false }.ToString();
        _checksAtStart = options.Value.CheckAtStart;
        _checkpoints = new Checkpoints(_gate, Connect, Guard);
        _queue = new WriterQueue(_gate, work => Guard(() => Transact(sql =>
        {
            work(sql);
            return true;
        })));
        _sharesCommits = engine.Value.MaxCommitGroup > 1;
    }

    /// <summary>Throws when the file was found damaged since the start.</summary>
    public void ThrowIfDamaged()
    {
        if (_damage is { } damage)
            throw damage;
    }

    /// <summary>True once per process and file (once per instance for a database in memory); call it inside a write.</summary>
    public bool TryTakeOver() => _lock?.TryTakeOver() ?? true;

    /// <summary>Runs the work alone in one transaction; it is on disk when this returns.</summary>
    public async ValueTask<T> WriteAsync<T>(Func<Session, T> work, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return Guard(() => Transact(work));
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>As <see cref="WriteAsync"/>, but the transaction may be shared with other such writes, and the work repeated alone when that fails.</summary>
    public ValueTask<T> WriteTogetherAsync<T>(Func<Session, T> work, CancellationToken cancellationToken) =>
        _sharesCommits ? new ValueTask<T>(_queue.RunAsync(work, cancellationToken)) : WriteAsync(work, cancellationToken);

    /// <summary>Runs queries that see the last committed write and wait for no writer.</summary>
    public async ValueTask<T> ReadAsync<T>(Func<Session, T> work, CancellationToken cancellationToken)
    {
        if (_writer is null || _inMemory)
            return await WriteAsync(work, cancellationToken).ConfigureAwait(false);

        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!_readers.TryTake(out var session))
            session = Connect();

        try
        {
            return Guard(() => work(session));
        }
        finally
        {
            Return(session);
        }
    }

    /// <summary>As <see cref="WriteAsync"/>, for interfaces that cannot wait asynchronously.</summary>
    public T Write<T>(Func<Session, T> work)
    {
        _gate.Enter();
        try
        {
            return Guard(() => Transact(work));
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _queue.Dispose();
        _gate.Enter();
        try
        {
            _disposed = true;
            _checkpoints.Dispose();
            while (_readers.TryTake(out var reader))
                reader.Dispose();

            _writer?.Dispose();
            _lock?.Dispose();
            (_writer, _lock) = (null, null);
        }
        finally
        {
            _gate.Release();
        }
    }

    private T Transact<T>(Func<Session, T> work)
    {
        var writer = Open();
        var result = writer.Transact(work);
        if (!_inMemory)
            _checkpoints.Written(writer);
        return result;
    }

    /// <summary>Notices damage, whoever comes upon it.</summary>
    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is Corrupt or NotADatabase)
        {
            throw Damaged(fault.Message, fault);
        }
    }

    private SqliteDamagedException Damaged(string what, Exception? cause) =>
        _damage = new SqliteDamagedException($"The database file is damaged ({what}): stop the program and restore a backup.", cause);

    private void Check(Session session)
    {
        var found = session.Read("PRAGMA quick_check(1)").All(row => row.GetString(0));
        if (found is not ["ok"])
            throw Damaged(string.Join("; ", found), null);
    }

    private Session Open()
    {
        ThrowIfDamaged();
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_writer is not null)
            return _writer;

        var session = Connect();
        ProcessLock? processLock = null;
        try
        {
            var file = FileOf(session);
            processLock = file.Length == 0 ? null : ProcessLock.Take(file);
            session.Script($"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = {CachePages}; PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = {LongestLog}");
            if (_checksAtStart)
                Check(session);
            Migrator.Apply(session);
            (_inMemory, _lock, _writer) = (file.Length == 0, processLock, session);
            return session;
        }
        catch
        {
            session.Dispose();
            processLock?.Dispose();
            throw;
        }
    }

    private Session Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        var session = new Session(connection);
        session.Script("PRAGMA busy_timeout = 5000");
        return session;
    }

    private void Return(Session session)
    {
        if (_disposed)
            session.Dispose();
        else
            _readers.Add(session);
    }

    // Empty for a database in memory.
    private static string FileOf(Session session)
    {
        using var reader = session.Read("SELECT file FROM pragma_database_list WHERE name = 'main'");
        return reader.Read() ? reader.Text(0) ?? "" : "";
    }
}
