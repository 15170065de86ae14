using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ShopBot.LoadTest.Growth;

/// <summary>The SQLite file, beside the host that writes it.</summary>
internal sealed class SqliteRows(string file) : KeptRows
{
    // Table, the column that retention looks at, and which rows it takes. In the order in which they are aged.
    private static readonly (string Table, string Column, string Finished)[] Kept =
    [
        ("inbox", "accepted_at", "state < 2 and seq < (select l.head_seq from lanes l where (l.store_id, l.channel, l.customer_id) = (inbox.store_id, inbox.channel, inbox.customer_id))"),
        ("outbox", "closed_at", "state >= 3"), ("events", "recorded_at", "1"), ("statuses", "heard_at", "1"), ("seen", "seen_at", "1"),
    ];

    public override IEnumerable<string> Tables => Kept.Select(static kept => kept.Table);

    public override Task<IReadOnlyDictionary<string, long>> CountAsync()
    {
        using var connection = Open();
        var tables = Rows(connection, "select name, 0 from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' and sql not like 'create virtual%'");
        var counts = Rows(connection, string.Join(" union all ", tables.Keys.Select(table => $"select '{table}', count(*) from {table}")));
        counts["size"] = new FileInfo(file).Length / 1024;
        return Task.FromResult<IReadOnlyDictionary<string, long>>(counts);
    }

    public override Task AgeAsync(TimeSpan finishedSince)
    {
        using var connection = Open();
        var now = DateTimeOffset.UtcNow;
        foreach (var (table, column, finished) in Kept)
        {
            using var command = connection.CreateCommand();
            command.CommandText = string.Create(
                CultureInfo.InvariantCulture,
                $"update {table} set {column} = {column} - {(long)Step.TotalMilliseconds} where {finished} and {column} <= {(now - finishedSince).ToUnixTimeMilliseconds()} and {column} > {(now - Retention).ToUnixTimeMilliseconds()}");
            command.ExecuteNonQuery();
        }

        return Task.CompletedTask;
    }

    public override Task<IReadOnlyDictionary<string, long>> BeyondRetentionAsync()
    {
        using var connection = Open();
        var before = (DateTimeOffset.UtcNow - Retention).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return Task.FromResult<IReadOnlyDictionary<string, long>>(
            Rows(connection, string.Join(" union all ", Kept.Select(kept => $"select '{kept.Table}', count(*) from {kept.Table} where {kept.Finished} and {kept.Column} <= {before}"))));
    }

    private static Dictionary<string, long> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        while (reader.Read())
            rows[reader.GetString(0)] = reader.GetInt64(1);
        return rows;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        // The host alone moves what was written into the file.
        command.CommandText = "pragma busy_timeout = 5000; pragma wal_autocheckpoint = 0; pragma synchronous = normal";
        command.ExecuteNonQuery();
        return connection;
    }
}
