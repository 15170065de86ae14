using Npgsql;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Search;
using ShopBot.Storage.Postgres.Internal;
using ShopBot.Storage.Postgres.Internal.Statements;

namespace ShopBot.Storage.Postgres;

/// <summary>The exports table. Every write is one statement on one row, so the version decides between any number of processes.</summary>
internal sealed class PostgresExportStore(Database database) : IExportStore
{
    public ValueTask<ExportRecord?> FindAsync(StoreId store, CancellationToken cancellationToken = default) =>
        database.RunAsync((connection, token) => OneAsync(connection, store, token), cancellationToken);

    public ValueTask<bool> SaveAsync(ExportRecord record, CancellationToken cancellationToken = default) => database.RunAsync(
        async (connection, repeated, token) =>
        {
            // After a lost answer the same write may stand there already.
            if (repeated && await OneAsync(connection, record.Store, token).ConfigureAwait(false) is { } found
                && found.Version == record.Version + 1 && found.Progress.Span.SequenceEqual(record.Progress.Span))
                return true;
            var command = new NpgsqlCommand(record.Version == 0 ? SearchSql.InsertExport : SearchSql.UpdateExport, connection);
            await using var _ = command.ConfigureAwait(false);
            command.Parameters.Add(Value.Of(record.Store));
            command.Parameters.Add(Value.Of(record.Progress));
            command.Parameters.Add(Value.Of(record.DueAt));
            if (record.Version != 0)
                command.Parameters.Add(Value.Of(record.Version));
            return await command.ExecuteNonQueryAsync(token).ConfigureAwait(false) == 1;
        },
        cancellationToken);

    public async ValueTask<IReadOnlyList<ExportRecord>> FindDueAsync(DateTimeOffset until, int maxItems, CancellationToken cancellationToken = default) =>
        await database.RunAsync(
            async (connection, token) =>
            {
                var due = new List<ExportRecord>();
                var batch = new SqlBatch(connection);
                batch.Query(SearchSql.FindDueExports, row => due.Add(Record(row)), Value.Of(until), Value.Of(maxItems));
                await batch.RunAsync(token).ConfigureAwait(false);
                return due;
            },
            cancellationToken).ConfigureAwait(false);

    private static async Task<ExportRecord?> OneAsync(NpgsqlConnection connection, StoreId store, CancellationToken cancellationToken)
    {
        ExportRecord? found = null;
        var batch = new SqlBatch(connection);
        batch.Query(SearchSql.FindExport, row => found = Record(row), Value.Of(store));
        await batch.RunAsync(cancellationToken).ConfigureAwait(false);
        return found;
    }

    private static ExportRecord Record(NpgsqlDataReader row) =>
        new() { Store = new StoreId(row.GetGuid(0)), Progress = row.Bytes(1), DueAt = row.Time(2), Version = row.GetInt64(3) };
}
