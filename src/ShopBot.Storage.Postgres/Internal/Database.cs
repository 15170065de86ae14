using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ShopBot.Storage.Postgres.Internal;

/// <summary>
/// The connections. A call is repeated, for a bounded time, when the server or the connection went away; what runs here must be safe to repeat.
/// </summary>
internal sealed class Database : IDisposable, IAsyncDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time;
    private readonly PostgresStorageOptions _options;
    private readonly NpgsqlDataSource _primary;
    private readonly NpgsqlDataSource _reader;
    private readonly Lock _migrating = new();
    private bool _migrated;

    public Database(IOptions<PostgresStorageOptions> options, TimeProvider time)
    {
        (_options, _time) = (options.Value, time);
        _primary = Sources.Primary(_options);
        _reader = Sources.Reader(_options, _primary);
        Direct = Sources.Direct(_options);
    }

    /// <summary>Connections that keep their session; null when there is only a pooler.</summary>
    public NpgsqlDataSource? Direct { get; }

    /// <summary>Runs the work until it succeeds, fails for good, or the time for it is over.</summary>
    public ValueTask<T> RunAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync((connection, _, token) => work(connection, token), cancellationToken);

    /// <summary>As above; the work also learns whether it is repeated, because its first answer may have been lost after the commit.</summary>
    public ValueTask<T> RunAsync<T>(Func<NpgsqlConnection, bool, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        RepeatAsync(_primary, work, cancellationToken);

    /// <summary>Reads where lists are read; changes nothing.</summary>
    public ValueTask<T> ReadAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        RepeatAsync(_reader, (connection, _, token) => work(connection, token), cancellationToken);

    /// <summary>As <see cref="RunAsync{T}(Func{NpgsqlConnection, CancellationToken, Task{T}}, CancellationToken)"/>, for interfaces that cannot wait asynchronously; migrates first.</summary>
    public T Run<T>(Func<NpgsqlConnection, T> work)
    {
        EnsureMigrated();
        using var connection = _primary.OpenConnection();
        return work(connection);
    }

    /// <summary>Brings the schema up to date, once in a process.</summary>
    public void EnsureMigrated()
    {
        lock (_migrating)
        {
            if (_migrated)
                return;
            using var connection = (Direct ?? _primary).OpenConnection();
            Migrator.Apply(connection, _options.Migrate);
            _migrated = true;
        }
    }

    public void Dispose()
    {
        _primary.Dispose();
        _reader.Dispose();
        Direct?.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _primary.DisposeAsync().ConfigureAwait(false);
        await _reader.DisposeAsync().ConfigureAwait(false);
        if (Direct is not null)
            await Direct.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<T> RepeatAsync<T>(
        NpgsqlDataSource source, Func<NpgsqlConnection, bool, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var start = _time.GetTimestamp();
        var pause = TimeSpan.Zero;
        for (var repeated = false; ; repeated = true)
        {
            try
            {
                var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await using var _ = connection.ConfigureAwait(false);
                return await work(connection, repeated, cancellationToken).ConfigureAwait(false);
            }
            catch (NpgsqlException fault) when (Faults.IsPassing(fault) && _time.GetElapsedTime(start) + pause < _options.RetryFor && !cancellationToken.IsCancellationRequested)
            {
                if (Faults.IsServerGone(fault))
                    source.Clear();
            }

            // The first repetition is at once: most often only one connection was lost.
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause + TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(50)), _time, cancellationToken).ConfigureAwait(false);
            pause = pause == TimeSpan.Zero ? TimeSpan.FromMilliseconds(50) : pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }
}
