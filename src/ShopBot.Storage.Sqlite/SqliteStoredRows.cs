using Microsoft.Data.Sqlite;
using ShopBot.Engine.Storage.Transfer;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Sqlite.Internal;

namespace ShopBot.Storage.Sqlite;

/// <summary>Rows as they lie in the file.</summary>
internal sealed class SqliteStoredRows(Database database) : IStoredRows
{
    public ValueTask<IReadOnlyList<StoreId>> ListStoresAsync(StoreId? after, int maxItems, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<StoreId>>(
            sql => sql.Read("SELECT store_id FROM stores WHERE store_id > ?1 ORDER BY store_id LIMIT ?2", after?.Value ?? Guid.Empty, maxItems).All(row => new StoreId(row.Id(0))),
            cancellationToken);

    public ValueTask<IReadOnlyList<IReadOnlyList<object?>>> ReadAsync(
        StoredTable table, StoreId? store, IReadOnlyList<object?>? after, int maxRows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        var isOfStore = StoredTable.OfStore.Contains(table);
        if (isOfStore != store is not null)
            throw new ArgumentException("A table of a store needs the store, one of the deployment takes none.", nameof(store));
        if (table.KeyLength == 1 && isOfStore && after is not null)
            return ValueTask.FromResult<IReadOnlyList<IReadOnlyList<object?>>>([]);
        object?[] values = [.. isOfStore ? [store!.Value] : Array.Empty<object>(), .. table.KeyAfter(after, isOfStore ? 1 : 0), maxRows];
        return database.ReadAsync<IReadOnlyList<IReadOnlyList<object?>>>(sql => sql.Read(StoredSql.Page(table), values).All(row => Row(row, table)), cancellationToken);
    }

    public async ValueTask AddAsync(StoredTable table, IReadOnlyList<IReadOnlyList<object?>> rows, CancellationToken cancellationToken = default) =>
        await database.WriteAsync(
            sql =>
            {
                var statement = StoredSql.Add(table);
                foreach (var row in rows)
                    sql.Run(statement, [.. row]);
                return true;
            },
            cancellationToken).ConfigureAwait(false);

    public ValueTask<int> ReplaceAsync(StoredTable table, string column, IReadOnlyList<StoredChange> changes, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            sql =>
            {
                var statement = StoredSql.Replace(table, column);
                return changes.Sum(change => sql.Run(statement, [change.After, change.Before, .. change.Row.Take(table.KeyLength)]));
            },
            cancellationToken);

    public async ValueTask RehashAsync(StoreId store, IReadOnlyList<RehashedAlias> changes, CancellationToken cancellationToken = default) =>
        await database.WriteAsync(
            sql =>
            {
                foreach (var change in changes)
                {
                    sql.Run(StoredSql.Rehash, store, change.Kind, change.Before, change.After, change.Value);
                    sql.Run("DELETE FROM customer_aliases WHERE store_id = ?1 AND kind = ?2 AND hash = ?3", store, change.Kind, change.Before);
                }

                return true;
            },
            cancellationToken).ConfigureAwait(false);

    private static object?[] Row(SqliteDataReader row, StoredTable table)
    {
        var values = new object?[table.Kinds.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = row.IsDBNull(i) ? null : table.Kinds[i] switch
            {
                StoredKind.Id => row.Id(i),
                StoredKind.Text => row.GetString(i),
                StoredKind.Number => row.GetInt64(i),
                StoredKind.Flag => row.GetBoolean(i),
                StoredKind.Time => row.Time(i),
                _ => row.Bytes(i),
            };
        }

        return values;
    }
}
