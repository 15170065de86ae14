using Npgsql;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Postgres.Internal;
using ShopBot.Storage.Postgres.Internal.Statements;

namespace ShopBot.Storage.Postgres;

/// <summary>The credentials table. Every write is one statement on one row, so the version decides between any number of processes.</summary>
internal sealed class PostgresCredentialStore(Database database) : ICredentialStore
{
    public ValueTask<CredentialRecord?> FindAsync(StoreId store, string name, CancellationToken cancellationToken = default) =>
        database.RunAsync((connection, token) => OneAsync(connection, StoreSql.FindCredential, token, Value.Of(store), Value.Of(name)), cancellationToken);

    public ValueTask<bool> SaveAsync(CredentialRecord record, CancellationToken cancellationToken = default) => database.RunAsync(
        async (connection, repeated, token) =>
        {
            // After a lost answer the same write may stand there already.
            if (repeated
                && await OneAsync(connection, StoreSql.FindCredential, token, Value.Of(record.Store), Value.Of(record.Name)).ConfigureAwait(false) is { ClaimedUntil: null } found
                && found.Version == record.Version + 1 && found.Value.Span.SequenceEqual(record.Value.Span))
                return true;
            var command = new NpgsqlCommand(record.Version == 0 ? StoreSql.InsertCredential : StoreSql.UpdateCredential, connection);
            await using var _ = command.ConfigureAwait(false);
            command.Parameters.Add(Value.Of(record.Store));
            command.Parameters.Add(Value.Of(record.Name));
            command.Parameters.Add(Value.Of(record.Value));
            command.Parameters.Add(Value.Of(record.DueAt));
            if (record.Version != 0)
                command.Parameters.Add(Value.Of(record.Version));
            return await command.ExecuteNonQueryAsync(token).ConfigureAwait(false) == 1;
        },
        cancellationToken);

    public ValueTask<CredentialRecord?> ClaimAsync(
        StoreId store, string name, DateTimeOffset until, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        database.RunAsync(
            (connection, token) => OneAsync(connection, StoreSql.ClaimCredential, token, Value.Of(store), Value.Of(name), Value.Of(until), Value.Of(now)), cancellationToken);

    public async ValueTask<IReadOnlyList<StoreId>> FindDueAsync(
        string name, DateTimeOffset before, StoreId? after, int maxItems, CancellationToken cancellationToken = default) =>
        await database.RunAsync(
            async (connection, token) =>
            {
                var stores = new List<StoreId>();
                var batch = new SqlBatch(connection);
                batch.Query(
                    StoreSql.FindDueCredentials, row => stores.Add(new StoreId(row.GetGuid(0))), Value.Of(name), Value.Of(before), Value.Of(after ?? default), Value.Of(maxItems));
                await batch.RunAsync(token).ConfigureAwait(false);
                return stores;
            },
            cancellationToken).ConfigureAwait(false);

    private static async Task<CredentialRecord?> OneAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params NpgsqlParameter[] values)
    {
        CredentialRecord? found = null;
        var batch = new SqlBatch(connection);
        batch.Query(sql, row => found = Record(row), values);
        await batch.RunAsync(cancellationToken).ConfigureAwait(false);
        return found;
    }

    private static CredentialRecord Record(NpgsqlDataReader row) => new()
    {
        Store = new StoreId(row.GetGuid(0)),
        Name = row.GetString(1),
        Value = row.Bytes(2),
        DueAt = row.TimeOrNull(3),
        ClaimedUntil = row.TimeOrNull(4),
        Version = row.GetInt64(5),
    };
}
