using Microsoft.Data.Sqlite;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;
using SQLitePCL;

namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>One connection with its prepared statements. Used by one caller at a time. Values are bound by place: <c>?1</c>, <c>?2</c>.</summary>
internal sealed class Session(SqliteConnection connection) : IDisposable
{
    private static readonly string[] Places = [.. Enumerable.Range(1, 32).Select(i => $"?{i}")];

    private readonly Dictionary<string, SqliteCommand> _commands = [];

    /// <summary>Every statement that was run so far.</summary>
    public IReadOnlyCollection<string> Statements => _commands.Keys;

    /// <summary>Runs a statement; returns how many rows it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>Runs a query. The reader must be disposed before the same query is run again.</summary>
    public SqliteDataReader Read(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteReader();

    /// <summary>Reads one number; null when there is no row or it holds null.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteScalar() as long?;

    /// <summary>Runs statements that are not worth keeping.</summary>
    public void Script(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs the work in one transaction that takes the write lock at once.</summary>
    public T Transact<T>(Func<Session, T> work)
    {
        Run("BEGIN IMMEDIATE");
        try
        {
            var result = work(this);
            Run("COMMIT");
            return result;
        }
        catch
        {
            Rollback();
            throw;
        }
    }

    /// <summary>How many pages this connection has written since it was asked last.</summary>
    public int TakePagesWritten()
    {
        raw.sqlite3_db_status(connection.Handle!, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, resetFlg: 1);
        return pages;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();

        connection.Dispose();
    }

    private void Rollback()
    {
        try
        {
            Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite rolls back by itself after some errors (disk full, out of memory); the first error is the one to tell.
        }
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = Places[i] });

            _commands.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = Stored(values[i]);

        return command;
    }

    private static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        StoreId id => id.Value.ToByteArray(bigEndian: true),
        CustomerId id => id.Value.ToByteArray(bigEndian: true),
        Guid id => id.ToByteArray(bigEndian: true),
        DateTimeOffset time => time.ToUnixTimeMilliseconds(),
        ReadOnlyMemory<byte> bytes => bytes.ToArray(),
        Enum number => Convert.ToInt64(number, provider: null),
        _ => value,
    };
}
