using Npgsql;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Postgres.Internal;
using ShopBot.Storage.Postgres.Internal.Statements;

namespace ShopBot.Storage.Postgres;

/// <summary>The stores table. Read where it is written, so that reads see the last write.</summary>
internal sealed class PostgresStoreDirectory(Database database) : IStoreDirectory
{
    public ValueTask<StoreRecord?> FindAsync(StoreId id, CancellationToken cancellationToken = default) =>
        FindOneAsync(StoreSql.Find, () => Value.Of(id), cancellationToken);

    public ValueTask<StoreRecord?> FindByShopDomainAsync(string shopDomain, CancellationToken cancellationToken = default) =>
        FindOneAsync(StoreSql.FindByShopDomain, () => Value.Of(shopDomain), cancellationToken);

    public ValueTask<StoreRecord?> FindByPhoneNumberIdAsync(string phoneNumberId, CancellationToken cancellationToken = default) =>
        FindOneAsync(StoreSql.FindByPhoneNumber, () => Value.Of(phoneNumberId), cancellationToken);

    public async ValueTask<IReadOnlyList<StoreRecord>> FindByWabaIdAsync(string wabaId, CancellationToken cancellationToken = default) =>
        await ReadAsync(StoreSql.FindByWaba, Record, () => Value.Of(wabaId), cancellationToken).ConfigureAwait(false);

    public async ValueTask<bool> HasVerifyTokenAsync(string verifyTokenHash, CancellationToken cancellationToken = default) =>
        (await ReadAsync(StoreSql.FindVerifyToken, row => row.GetGuid(0), () => Value.Of(verifyTokenHash), cancellationToken).ConfigureAwait(false)).Count > 0;

    public ValueTask<SaveStoreResult> SaveAsync(StoreRecord record, CancellationToken cancellationToken = default) =>
        database.RunAsync((connection, repeated, token) => SaveAsync(connection, record, repeated, token), cancellationToken);

    private async ValueTask<StoreRecord?> FindOneAsync(string sql, Func<NpgsqlParameter> key, CancellationToken cancellationToken) =>
        await ReadAsync(sql, Record, key, cancellationToken).ConfigureAwait(false) is [var found, ..] ? found : null;

    private ValueTask<List<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read, Func<NpgsqlParameter> key, CancellationToken cancellationToken) => database.RunAsync(
        async (connection, token) =>
        {
            var found = new List<T>();
            var batch = new SqlBatch(connection);
            batch.Query(sql, row => found.Add(read(row)), key());
            await batch.RunAsync(token).ConfigureAwait(false);
            return found;
        },
        cancellationToken);

    private static async Task<SaveStoreResult> SaveAsync(NpgsqlConnection connection, StoreRecord record, bool repeated, CancellationToken cancellationToken)
    {
        var number = record.WhatsAppEnabled ? record.PhoneNumberId : null;
        var (stored, domainTaken, numberTaken) = (0L, false, false);
        var check = new SqlBatch(connection);
        check.Query(
            StoreSql.Check, row => (stored, domainTaken, numberTaken) = (row.GetInt64(0), row.GetBoolean(1), row.GetBoolean(2)),
            Value.Of(record.Id), Value.Of(record.ShopDomain), Value.Of(number));
        await check.RunAsync(cancellationToken).ConfigureAwait(false);

        // After a lost answer the same write may stand there already.
        if (repeated && stored == record.Version + 1 && await IsWrittenAsync(connection, record, cancellationToken).ConfigureAwait(false))
            return SaveStoreResult.Saved;
        if (stored != record.Version || domainTaken)
            return SaveStoreResult.Conflict;
        if (numberTaken)
            return SaveStoreResult.PhoneNumberTaken;
        try
        {
            var command = new NpgsqlCommand(record.Version == 0 ? StoreSql.Insert : StoreSql.Update, connection);
            await using var _ = command.ConfigureAwait(false);
            foreach (var value in Values(record))
                command.Parameters.Add(value);
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) == 1 ? SaveStoreResult.Saved : SaveStoreResult.Conflict;
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // Somebody was faster between the look and the write.
            return fault.ConstraintName == "stores_phone_number" ? SaveStoreResult.PhoneNumberTaken : SaveStoreResult.Conflict;
        }
    }

    private static async Task<bool> IsWrittenAsync(NpgsqlConnection connection, StoreRecord record, CancellationToken cancellationToken)
    {
        StoreRecord? found = null;
        var batch = new SqlBatch(connection);
        batch.Query(StoreSql.Find, row => found = Record(row), Value.Of(record.Id));
        await batch.RunAsync(cancellationToken).ConfigureAwait(false);
        return found is not null && found.WhatsAppCredentials.Span.SequenceEqual(record.WhatsAppCredentials.Span)
            && Math.Abs((found.UpdatedAt - record.UpdatedAt).Ticks) < TimeSpan.TicksPerMillisecond && found.ShopDomain == record.ShopDomain;
    }

    private static NpgsqlParameter[] Values(StoreRecord record) =>
    [
        Value.Of(record.Id), Value.Of(record.ShopDomain), Value.Of(record.WrappedDataKey), Value.Of(record.ShopName), Value.Of(record.Currency), Value.Of(record.Locale),
        Value.Of(record.WhatsAppCredentials), Value.Of(record.WhatsAppEnabled), Value.Of(record.PhoneNumberId), Value.Of(record.WabaId), Value.Of(record.VerifyTokenHash),
        Value.Of(record.WelcomeMessage), Value.Of(record.Version), Value.Of(record.CreatedAt), Value.Of(record.UpdatedAt),
    ];

    private static StoreRecord Record(NpgsqlDataReader row) => new()
    {
        Id = new StoreId(row.GetGuid(0)),
        ShopDomain = row.GetString(1),
        WrappedDataKey = row.Bytes(2),
        ShopName = row.Text(3),
        Currency = row.Text(4),
        Locale = row.Text(5),
        WhatsAppCredentials = row.Bytes(6),
        WhatsAppEnabled = row.GetBoolean(7),
        PhoneNumberId = row.Text(8),
        WabaId = row.Text(9),
        VerifyTokenHash = row.Text(10),
        WelcomeMessage = row.Text(11),
        Version = row.GetInt64(12),
        CreatedAt = row.Time(13),
        UpdatedAt = row.Time(14),
    };
}
