using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace ShopBot.Benchmarks.Storage;

/// <summary>Hand-written SQL that writes the same rows into the same tables and asks no questions: no names, no fences, nothing read back.</summary>
internal sealed class BareSqlite : IBareSql, IDisposable
{
    private const string Seen = "INSERT INTO seen (store_id, event_key, seen_at) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
    private const string Place = "UPDATE lanes SET next_seq = next_seq + 1, ready_at = ?3, active_at = ?3 WHERE store_id = ?1 AND channel = 'whatsapp' AND customer_id = ?2";

    private const string Inbox =
        """
        INSERT INTO inbox (store_id, channel, customer_id, seq, event_key, kind, payload, occurred_at, accepted_at) VALUES (?1, 'whatsapp', ?2, ?3, ?4, 'whatsapp.message', ?5, ?6, ?6)
        """;

    private const string Lease =
        """
        UPDATE lanes SET next_seq = next_seq + 1, ready_at = ?3, active_at = ?3, owner = 'host-1', lease_until = ?4, fence = fence + 1
        WHERE store_id = ?1 AND channel = 'whatsapp' AND customer_id = ?2
        """;

    private const string Settle =
        """
        UPDATE lanes SET head_seq = next_seq, state = ?4, state_version = state_version + 1, owner = NULL, lease_until = NULL, next_position = next_position + 1, ready_at = ?3, active_at = ?3
        WHERE store_id = ?1 AND channel = 'whatsapp' AND customer_id = ?2
        """;

    private const string Outbox =
        """
        INSERT INTO outbox (store_id, outbox_id, channel, customer_id, position, class, payload, created_at, due_at) VALUES (?1, ?2, 'whatsapp', ?3, ?4, 0, ?5, ?6, ?6)
        """;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = [];
    private readonly byte[] _store = Guid.CreateVersion7().ToByteArray(bigEndian: true);
    private readonly byte[] _bytes = RandomNumberGenerator.GetBytes(600);
    private readonly byte[][] _people = [.. Enumerable.Range(0, 200).Select(_ => Guid.NewGuid().ToByteArray())];
    private long _numbers;

    public BareSqlite(string connectionString)
    {
        _connection = new SqliteConnection($"{connectionString};Foreign Keys=True;Pooling=False");
        _connection.Open();
        Run("PRAGMA journal_mode = WAL");
        Run("PRAGMA synchronous = FULL");
    }

    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    public Task WarmUpAsync(int callers)
    {
        foreach (var person in _people)
        {
            Run("INSERT INTO customers (store_id, customer_id, created_at) VALUES (?1, ?2, ?3)", _store, person, Now);
            Run("INSERT INTO lanes (store_id, channel, customer_id, next_seq, ready_at) VALUES (?1, 'whatsapp', ?2, 1, ?3)", _store, person, Now);
        }

        for (var i = 0; i < 20; i++)
        {
            Append(i);
            TwentyTurns();
        }

        return Task.CompletedTask;
    }

    public Task InsertOneAsync()
    {
        Run(Inbox, _store, _people[^1], ++_numbers, "lone", _bytes, Now);
        return Task.CompletedTask;
    }

    public Task AppendAsync(int caller)
    {
        Append(caller);
        return Task.CompletedTask;
    }

    public Task AppendAndCommitAsync(int caller)
    {
        var (number, person) = (++_numbers, _people[caller]);
        Run("BEGIN IMMEDIATE");
        Run(Seen, _store, $"event-{number}", Now);
        Run(Lease, _store, person, Now, Now + 10_000);
        Run(Inbox, _store, person, number, $"event-{number}", _bytes, Now);
        Run("COMMIT");
        Run("BEGIN IMMEDIATE");
        Run(Settle, _store, person, Now, _bytes);
        Run(Outbox, _store, Guid.NewGuid().ToByteArray(), person, number, _bytes, Now);
        Run("COMMIT");
        return Task.CompletedTask;
    }

    public Task TwentyTurnsAsync(int caller)
    {
        TwentyTurns();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        _connection.Dispose();
    }

    private void Append(int caller)
    {
        var number = ++_numbers;
        Run("BEGIN IMMEDIATE");
        Run(Seen, _store, $"event-{number}", Now);
        Run(Place, _store, _people[caller], Now);
        Run(Inbox, _store, _people[caller], number, $"event-{number}", _bytes, Now);
        Run("COMMIT");
    }

    private void TwentyTurns()
    {
        Run("BEGIN IMMEDIATE");
        for (var i = 0; i < 20; i++)
        {
            var number = ++_numbers;
            var person = _people[100 + i];
            Run(Seen, _store, $"event-{number}", Now);
            Run(Lease, _store, person, Now, Now + 10_000);
            Run(Inbox, _store, person, number, $"event-{number}", _bytes, Now);
            Run(Settle, _store, person, Now, _bytes);
            Run(Outbox, _store, Guid.NewGuid().ToByteArray(), person, number, _bytes, Now);
        }

        Run("COMMIT");
    }

    private void Run(string sql, params ReadOnlySpan<object> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = $"?{i + 1}" });
            _commands.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }
}
