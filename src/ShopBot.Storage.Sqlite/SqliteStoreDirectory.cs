using Microsoft.Data.Sqlite;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Storage.Sqlite.Internal;

namespace ShopBot.Storage.Sqlite;

/// <summary>The stores table. Look-ups read beside the writer.</summary>
internal sealed class SqliteStoreDirectory(Database database) : IStoreDirectory
{
    private const string Select =
        """
        SELECT store_id, shop_domain, wrapped_data_key, shop_name, currency, locale, whatsapp_credentials,
            whatsapp_enabled, phone_number_id, waba_id, verify_token_hash, welcome_message, version, created_at, updated_at
        FROM stores
        """;

    public ValueTask<StoreRecord?> FindAsync(StoreId id, CancellationToken cancellationToken = default) =>
        FindOneAsync($"{Select} WHERE store_id = ?1", id, cancellationToken);

    public ValueTask<StoreRecord?> FindByShopDomainAsync(string shopDomain, CancellationToken cancellationToken = default) =>
        FindOneAsync($"{Select} WHERE shop_domain = ?1", shopDomain, cancellationToken);

    public ValueTask<StoreRecord?> FindByPhoneNumberIdAsync(string phoneNumberId, CancellationToken cancellationToken = default) =>
        FindOneAsync($"{Select} WHERE phone_number_id = ?1 AND whatsapp_enabled = 1", phoneNumberId, cancellationToken);

    public ValueTask<IReadOnlyList<StoreRecord>> FindByWabaIdAsync(string wabaId, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<StoreRecord>>(
            sql => sql.Read($"{Select} WHERE waba_id = ?1 AND whatsapp_enabled = 1 ORDER BY store_id", wabaId).All(Record), cancellationToken);

    public ValueTask<bool> HasVerifyTokenAsync(string verifyTokenHash, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            sql => sql.Number("SELECT 1 FROM stores WHERE verify_token_hash = ?1 LIMIT 1", verifyTokenHash) is not null, cancellationToken);

    public ValueTask<SaveStoreResult> SaveAsync(StoreRecord record, CancellationToken cancellationToken = default) =>
        database.WriteAsync(sql => Save(sql, record), cancellationToken);

    private ValueTask<StoreRecord?> FindOneAsync(string query, object key, CancellationToken cancellationToken) =>
        database.ReadAsync(
            sql =>
            {
                using var row = sql.Read(query, key);
                return row.Read() ? Record(row) : null;
            },
            cancellationToken);

    private static SaveStoreResult Save(Session sql, StoreRecord record)
    {
        var stored = sql.Number("SELECT version FROM stores WHERE store_id = ?1", record.Id) ?? 0;
        if (stored != record.Version
            || sql.Number("SELECT 1 FROM stores WHERE shop_domain = ?1 AND store_id <> ?2", record.ShopDomain, record.Id) is not null)
        {
            return SaveStoreResult.Conflict;
        }

        if (record.WhatsAppEnabled && record.PhoneNumberId is { } number && sql.Number(
            "SELECT 1 FROM stores WHERE phone_number_id = ?1 AND whatsapp_enabled = 1 AND store_id <> ?2", number, record.Id) is not null)
        {
            return SaveStoreResult.PhoneNumberTaken;
        }

        sql.Run(
            """
            INSERT INTO stores (store_id, shop_domain, wrapped_data_key, shop_name, currency, locale, whatsapp_credentials,
                whatsapp_enabled, phone_number_id, waba_id, verify_token_hash, welcome_message, version, created_at, updated_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
            ON CONFLICT (store_id) DO UPDATE SET shop_domain = ?2, wrapped_data_key = ?3, shop_name = ?4, currency = ?5, locale = ?6,
                whatsapp_credentials = ?7, whatsapp_enabled = ?8, phone_number_id = ?9, waba_id = ?10,
                verify_token_hash = ?11, welcome_message = ?12, version = ?13, created_at = ?14, updated_at = ?15
            """,
            record.Id, record.ShopDomain, record.WrappedDataKey, record.ShopName, record.Currency, record.Locale,
            record.WhatsAppCredentials, record.WhatsAppEnabled, record.PhoneNumberId, record.WabaId,
            record.VerifyTokenHash, record.WelcomeMessage, record.Version + 1, record.CreatedAt, record.UpdatedAt);
        return SaveStoreResult.Saved;
    }

    private static StoreRecord Record(SqliteDataReader row) => new()
    {
        Id = new StoreId(row.Id(0)),
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
