using Npgsql;
using NpgsqlTypes;
using ShopBot.Engine.Storage.Transfer;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Postgres.Internal;
using ShopBot.Storage.Postgres.Internal.Statements;

namespace ShopBot.Storage.Postgres;

/// <summary>Rows as they lie in the database. Read where they are written.</summary>
internal sealed class PostgresStoredRows(Database database) : IStoredRows
{
    public async ValueTask<IReadOnlyList<StoreId>> ListStoresAsync(StoreId? after, int maxItems, CancellationToken cancellationToken = default) =>
        await QueryAsync(StoredReadSql.ListStores, row => new StoreId(row.GetGuid(0)), () => [Value.Of(after?.Value ?? Guid.Empty), Value.Of<long>(maxItems)], cancellationToken).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<IReadOnlyList<object?>>> ReadAsync(
        StoredTable table, StoreId? store, IReadOnlyList<object?>? after, int maxRows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        var isOfStore = StoredTable.OfStore.Contains(table);
        if (isOfStore != store is not null)
            throw new ArgumentException("A table of a store needs the store, one of the deployment takes none.", nameof(store));
        if (table.KeyLength == 1 && isOfStore && after is not null)
            return [];
        return await QueryAsync<IReadOnlyList<object?>>(
            StoredReadSql.Page(table.Name),
            row => Row(row, table),
            () => [.. store is { } known ? [Value.Of(known)] : Array.Empty<NpgsqlParameter>(), .. table.KeyAfter(after, isOfStore ? 1 : 0).Select(One), Value.Of<long>(maxRows)],
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask AddAsync(StoredTable table, IReadOnlyList<IReadOnlyList<object?>> rows, CancellationToken cancellationToken = default) =>
        await database.RunAsync(
            async (connection, token) =>
            {
                var batch = new SqlBatch(connection);
                batch.Add(StoredWriteSql.Add(table.Name), [.. table.Kinds.Select((kind, i) => Column(kind, rows, i))]);
                await batch.RunAsync(token).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);

    public ValueTask<int> ReplaceAsync(StoredTable table, string column, IReadOnlyList<StoredChange> changes, CancellationToken cancellationToken = default) => database.RunAsync(
        async (connection, token) =>
        {
            var command = new NpgsqlCommand(StoredChangeSql.Replace(table.Name, column), connection);
            await using var _ = command.ConfigureAwait(false);
            command.Parameters.Add(Value.Column(changes, change => change.Before));
            command.Parameters.Add(Value.Column(changes, change => change.After));
            var keys = changes.Select(change => change.Row).ToList();
            for (var i = 0; i < table.KeyLength; i++)
                command.Parameters.Add(Column(table.Kinds[i], keys, i));
            return await command.ExecuteNonQueryAsync(token).ConfigureAwait(false);
        },
        cancellationToken);

    public async ValueTask RehashAsync(StoreId store, IReadOnlyList<RehashedAlias> changes, CancellationToken cancellationToken = default) =>
        await database.RunAsync(
            async (connection, token) =>
            {
                var batch = new SqlBatch(connection);
                batch.Add(
                    StoredChangeSql.AddHashes, Value.Of(store), Value.Column(changes, change => change.Kind), Value.Column(changes, change => change.Before),
                    Value.Column(changes, change => change.After), Value.Column(changes, change => change.Value));
                batch.Add(StoredChangeSql.RemoveHashes, Value.Of(store), Value.Column(changes, change => change.Kind), Value.Column(changes, change => change.Before));
                await batch.RunAsync(token).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);

    private ValueTask<List<T>> QueryAsync<T>(string sql, Func<NpgsqlDataReader, T> read, Func<NpgsqlParameter[]> values, CancellationToken cancellationToken) => database.RunAsync(
        async (connection, token) =>
        {
            var found = new List<T>();
            var batch = new SqlBatch(connection);
            batch.Query(sql, row => found.Add(read(row)), values());
            await batch.RunAsync(token).ConfigureAwait(false);
            return found;
        },
        cancellationToken);

    private static object?[] Row(NpgsqlDataReader row, StoredTable table)
    {
        var values = new object?[table.Kinds.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = row.IsDBNull(i) ? null : table.Kinds[i] switch
            {
                StoredKind.Id => row.GetGuid(i),
                StoredKind.Text => row.GetString(i),
                StoredKind.Number => row.Whole(i),
                StoredKind.Flag => row.GetBoolean(i),
                StoredKind.Time => DateTimeOffset.FromUnixTimeMilliseconds(row.Time(i).ToUnixTimeMilliseconds()),
                _ => row.Bytes(i),
            };
        }

        return values;
    }

    private static NpgsqlParameter One(object value) => value switch
    {
        Guid id => Value.Of(id),
        long number => Value.Of(number),
        _ => Value.Of((string)value),
    };

    private static NpgsqlParameter Column(StoredKind kind, IReadOnlyList<IReadOnlyList<object?>> rows, int column) => kind switch
    {
        StoredKind.Id => Cells<Guid?>(NpgsqlDbType.Uuid, rows, column),
        StoredKind.Text => Cells<string?>(NpgsqlDbType.Text, rows, column),
        StoredKind.Number => Cells<long?>(NpgsqlDbType.Bigint, rows, column),
        StoredKind.Flag => Cells<bool?>(NpgsqlDbType.Boolean, rows, column),
        StoredKind.Time => Cells<DateTimeOffset?>(NpgsqlDbType.TimestampTz, rows, column),
        _ => Cells<byte[]?>(NpgsqlDbType.Bytea, rows, column),
    };

    private static NpgsqlParameter<T[]> Cells<T>(NpgsqlDbType type, IReadOnlyList<IReadOnlyList<object?>> rows, int column)
    {
        var cells = new T[rows.Count];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = (T)rows[i][column]!;
        return new NpgsqlParameter<T[]> { TypedValue = cells, NpgsqlDbType = NpgsqlDbType.Array | type };
    }
}
