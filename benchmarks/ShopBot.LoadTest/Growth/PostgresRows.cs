using Npgsql;

namespace ShopBot.LoadTest.Growth;

/// <summary>The PostgreSQL database, beside the hosts that write it.</summary>
internal sealed class PostgresRows(string connectionString) : KeptRows
{
    // Table, its keys, the column that retention looks at, and which rows it takes. In the order in which they are aged.
    private static readonly (string Table, string Keys, string Column, string Finished)[] Kept =
    [
        ("inbox", "store_id, channel, customer_id, seq", "accepted_at", "parked_at is null and seq < (select l.head_seq from shopbot.lanes l where (l.store_id, l.channel, l.customer_id) = (x.store_id, x.channel, x.customer_id))"),
        ("outbox", "store_id, outbox_id", "created_at", "state > 2 and closed_at is not null"),
        ("events", "store_id, event_id", "recorded_at", "not exists (select 1 from shopbot.deliveries d where (d.store_id, d.channel, d.customer_id) = (x.store_id, x.channel, x.customer_id) and d.head_number <= x.number)"),
        ("message_refs", "store_id, ref", "heard_at", "true"),
        ("seen", "store_id, event_key", "seen_at", "true"),
    ];

    public override IEnumerable<string> Tables => Kept.Select(static kept => kept.Table);

    public override async Task<IReadOnlyDictionary<string, long>> CountAsync()
    {
        await using var connection = await OpenAsync();
        var tables = await RowsAsync(connection, "select c.relname, 0::bigint from pg_class c where c.relnamespace = 'shopbot'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition");
        var counts = await RowsAsync(connection, string.Join(" union all ", tables.Keys.Select(table => $"select '{table}', count(*) from shopbot.{table}")));
        counts["size"] = (await RowsAsync(connection, "select 'size', pg_database_size(current_database())"))["size"] / 1024;
        return counts;
    }

    public override async Task AgeAsync(TimeSpan finishedSince)
    {
        await using var connection = await OpenAsync();
        foreach (var (table, keys, column, finished) in Kept)
        {
            // What a host holds just now is left for the next time, so that nobody waits for the load test.
            var closed = table == "outbox" ? ", closed_at = closed_at - $3" : "";
            await using var command = new NpgsqlCommand(
                $"""
                with old as materialized (
                  select {keys} from shopbot.{table} x where x.{column} <= $1 and x.{column} > $2 and {finished} for update of x skip locked)
                update shopbot.{table} t set {column} = {column} - $3{closed} where ({keys}) in (select {keys} from old)
                """,
                connection);
            var now = DateTimeOffset.UtcNow;
            command.Parameters.Add(new NpgsqlParameter { Value = now - finishedSince });
            command.Parameters.Add(new NpgsqlParameter { Value = now - Retention });
            command.Parameters.Add(new NpgsqlParameter { Value = Step });
            await command.ExecuteNonQueryAsync();
        }
    }

    public override async Task<IReadOnlyDictionary<string, long>> BeyondRetentionAsync()
    {
        await using var connection = await OpenAsync();
        return await RowsAsync(connection, string.Join(" union all ", Kept.Select(kept => $"select '{kept.Table}', count(*) from shopbot.{kept.Table} x where {kept.Finished} and {kept.Column} <= now() - interval '{Retention.Days} days'")));
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Timeout=5;Command Timeout=60");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<Dictionary<string, long>> RowsAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
            rows[reader.GetString(0)] = reader.GetInt64(1);
        return rows;
    }
}
