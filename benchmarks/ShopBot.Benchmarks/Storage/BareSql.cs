using System.Security.Cryptography;
using Npgsql;

namespace ShopBot.Benchmarks.Storage;

/// <summary>Hand-written single-row SQL that writes the same rows into the same tables and asks no questions: no names, no fences, nothing read back.</summary>
internal sealed class BareSql(string connectionString) : IBareSql, IAsyncDisposable
{
    private const string Seen = "insert into shopbot.seen (store_id, event_key, seen_at, mark) values ($1, $2, $3, 1) on conflict do nothing";
    private const string Place = "update shopbot.lanes set next_seq = next_seq + 1, ready_at = $3, active_at = $3 where store_id = $1 and channel = 'whatsapp' and customer_id = $2";

    private const string Inbox =
        """
        insert into shopbot.inbox (store_id, channel, customer_id, seq, event_key, kind, payload, occurred_at, accepted_at)
        values ($1, 'whatsapp', $2, $3, $4, 'whatsapp.message', $5, $6, $6)
        """;

    private const string Lease =
        """
        update shopbot.lanes set next_seq = next_seq + 1, ready_at = $3, active_at = $3, owner = 'host-1', lease_until = $4, fence = fence + 1
        where store_id = $1 and channel = 'whatsapp' and customer_id = $2
        """;

    private const string Settle =
        """
        update shopbot.lanes set head_seq = next_seq, state = $4, state_version = state_version + 1, owner = null, lease_until = null, next_position = next_position + 1,
          ready_at = $3, active_at = $3, send_state = 0, send_at = $3
        where store_id = $1 and channel = 'whatsapp' and customer_id = $2
        """;

    private const string Outbox =
        """
        insert into shopbot.outbox (store_id, outbox_id, channel, customer_id, position, class, payload, created_at)
        values ($1, $2, 'whatsapp', $3, $4, 0, $5, $6)
        """;

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create($"{connectionString};Maximum Pool Size=40;Max Auto Prepare=50;Auto Prepare Min Usages=2;Options=-c plan_cache_mode=force_generic_plan");
    private readonly Guid _store = Guid.CreateVersion7();
    private readonly byte[] _bytes = RandomNumberGenerator.GetBytes(600);
    private readonly Guid[] _people = [.. Enumerable.Range(0, 200).Select(_ => Guid.NewGuid())];
    private long _numbers;

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    public async Task WarmUpAsync(int callers)
    {
        await using var connection = await _source.OpenConnectionAsync();
        foreach (var person in _people)
        {
            await using var batch = connection.CreateBatch();
            Add(batch, "insert into shopbot.customers (store_id, customer_id, created_at) values ($1, $2, $3)", _store, person, Now);
            Add(batch, "insert into shopbot.lanes (store_id, channel, customer_id, ready_at) values ($1, 'whatsapp', $2, $3)", _store, person, Now);
            await batch.ExecuteNonQueryAsync();
        }

        for (var round = 0; round < 3; round++)
            await Task.WhenAll(Enumerable.Range(0, callers).Select(AppendAsync));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(TwentyTurnsAsync));
    }

    /// <summary>One row, one commit.</summary>
    public async Task InsertOneAsync()
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var batch = connection.CreateBatch();
        Add(batch, Inbox, _store, _people[^1], Interlocked.Increment(ref _numbers), "lone", _bytes, Now);
        await batch.ExecuteNonQueryAsync();
    }

    /// <summary>One event, one commit.</summary>
    public async Task AppendAsync(int caller)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var batch = connection.CreateBatch();
        var number = Interlocked.Increment(ref _numbers);
        Add(batch, Seen, _store, $"event-{number}", Now);
        Add(batch, Place, _store, _people[caller], Now);
        Add(batch, Inbox, _store, _people[caller], number, $"event-{number}", _bytes, Now);
        await batch.ExecuteNonQueryAsync();
    }

    /// <summary>One event and its turn, a commit and a round trip each.</summary>
    public async Task AppendAndCommitAsync(int caller)
    {
        await using var connection = await _source.OpenConnectionAsync();
        var (number, person) = (Interlocked.Increment(ref _numbers), _people[caller]);
        await using (var append = connection.CreateBatch())
        {
            Add(append, Seen, _store, $"event-{number}", Now);
            Add(append, Lease, _store, person, Now, Now.AddSeconds(10));
            Add(append, Inbox, _store, person, number, $"event-{number}", _bytes, Now);
            await append.ExecuteNonQueryAsync();
        }

        await using var commit = connection.CreateBatch();
        Add(commit, Settle, _store, person, Now, _bytes);
        Add(commit, Outbox, _store, Guid.NewGuid(), person, number, _bytes, Now);
        await commit.ExecuteNonQueryAsync();
    }

    /// <summary>Twenty turns, one commit, one round trip.</summary>
    public async Task TwentyTurnsAsync(int caller)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var batch = connection.CreateBatch();
        for (var i = 0; i < 20; i++)
        {
            var number = Interlocked.Increment(ref _numbers);
            var person = _people[100 + caller * 20 + i];
            Add(batch, Seen, _store, $"event-{number}", Now);
            Add(batch, Lease, _store, person, Now, Now.AddSeconds(10));
            Add(batch, Inbox, _store, person, number, $"event-{number}", _bytes, Now);
            Add(batch, Settle, _store, person, Now, _bytes);
            Add(batch, Outbox, _store, Guid.NewGuid(), person, number, _bytes, Now);
        }

        await batch.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }
}
