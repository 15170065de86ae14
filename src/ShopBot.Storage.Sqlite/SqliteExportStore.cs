using Microsoft.Data.Sqlite;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Search;
using ShopBot.Storage.Sqlite.Internal;

namespace ShopBot.Storage.Sqlite;

/// <summary>The exports table. Every write is one transaction under the file's write lock.</summary>
internal sealed class SqliteExportStore(Database database) : IExportStore
{
    public ValueTask<ExportRecord?> FindAsync(StoreId store, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            sql =>
            {
                using var row = sql.Read("SELECT store_id, progress, due_at, version FROM exports WHERE store_id = ?1", store);
                return row.Read() ? Record(row) : null;
            },
            cancellationToken);

    public ValueTask<bool> SaveAsync(ExportRecord record, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            sql => record.Version == 0
                ? sql.Run(
                    "INSERT INTO exports (store_id, progress, due_at, version) VALUES (?1, ?2, ?3, 1) ON CONFLICT DO NOTHING",
                    record.Store, record.Progress, record.DueAt) == 1
                : sql.Run(
                    "UPDATE exports SET progress = ?2, due_at = ?3, version = version + 1 WHERE store_id = ?1 AND version = ?4",
                    record.Store, record.Progress, record.DueAt, record.Version) == 1,
            cancellationToken);

    public ValueTask<IReadOnlyList<ExportRecord>> FindDueAsync(DateTimeOffset until, int maxItems, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<ExportRecord>>(
            sql => sql.Read("SELECT store_id, progress, due_at, version FROM exports WHERE due_at <= ?1 ORDER BY due_at LIMIT ?2", until, maxItems).All(Record),
            cancellationToken);

    private static ExportRecord Record(SqliteDataReader row) =>
        new() { Store = new StoreId(row.Id(0)), Progress = row.Bytes(1), DueAt = row.Time(2), Version = row.GetInt64(3) };
}
