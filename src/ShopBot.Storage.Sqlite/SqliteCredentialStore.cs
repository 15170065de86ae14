using Microsoft.Data.Sqlite;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Sqlite.Internal;

namespace ShopBot.Storage.Sqlite;

/// <summary>The credentials table. Every write is one transaction under the file's write lock, so it holds between connections too.</summary>
internal sealed class SqliteCredentialStore(Database database) : ICredentialStore
{
    private const string Select = "SELECT store_id, name, value, due_at, claimed_until, version FROM credentials WHERE store_id = ?1 AND name = ?2";

    public ValueTask<CredentialRecord?> FindAsync(StoreId store, string name, CancellationToken cancellationToken = default) =>
        database.ReadAsync(sql => Find(sql, store, name), cancellationToken);

    public ValueTask<bool> SaveAsync(CredentialRecord record, CancellationToken cancellationToken = default) =>
        database.WriteAsync(sql => Save(sql, record), cancellationToken);

    public ValueTask<CredentialRecord?> ClaimAsync(
        StoreId store, string name, DateTimeOffset until, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            sql => sql.Run(
                """
                UPDATE credentials SET claimed_until = ?3, version = version + 1
                WHERE store_id = ?1 AND name = ?2 AND (claimed_until IS NULL OR claimed_until <= ?4)
                """,
                store, name, until, now) == 1
                ? Find(sql, store, name)
                : null,
            cancellationToken);

    public ValueTask<IReadOnlyList<StoreId>> FindDueAsync(
        string name, DateTimeOffset before, StoreId? after, int maxItems, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<StoreId>>(
            sql => sql.Read(
                """
                SELECT store_id FROM credentials WHERE name = ?1 AND due_at < ?2 AND store_id > ?3 AND due_at IS NOT NULL
                ORDER BY store_id LIMIT ?4
                """,
                name, before, after is { } last ? last : (object)ReadOnlyMemory<byte>.Empty, maxItems).All(row => new StoreId(row.Id(0))),
            cancellationToken);

    private static bool Save(Session sql, CredentialRecord record) => record.Version == 0
        ? sql.Run(
            "INSERT INTO credentials (store_id, name, value, due_at, version) VALUES (?1, ?2, ?3, ?4, 1) ON CONFLICT DO NOTHING",
            record.Store, record.Name, record.Value, record.DueAt) == 1
        : sql.Run(
            """
            UPDATE credentials SET value = ?3, due_at = ?4, claimed_until = NULL, version = version + 1
            WHERE store_id = ?1 AND name = ?2 AND version = ?5
            """,
            record.Store, record.Name, record.Value, record.DueAt, record.Version) == 1;

    private static CredentialRecord? Find(Session sql, StoreId store, string name)
    {
        using var row = sql.Read(Select, store, name);
        return row.Read() ? Record(row) : null;
    }

    private static CredentialRecord Record(SqliteDataReader row) => new()
    {
        Store = new StoreId(row.Id(0)),
        Name = row.GetString(1),
        Value = row.Bytes(2),
        DueAt = row.IsDBNull(3) ? null : row.Time(3),
        ClaimedUntil = row.IsDBNull(4) ? null : row.Time(4),
        Version = row.GetInt64(5),
    };
}
