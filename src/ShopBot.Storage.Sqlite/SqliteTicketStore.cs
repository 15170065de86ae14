using ShopBot.Engine.Storage;
using ShopBot.Storage.Sqlite.Internal;

namespace ShopBot.Storage.Sqlite;

/// <summary>The tickets table.</summary>
internal sealed class SqliteTicketStore(Database database) : ITicketStore
{
    public async ValueTask PutAsync(
        string key, ReadOnlyMemory<byte> value, DateTimeOffset expiresAt, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        await database.WriteAsync(
            sql =>
            {
                sql.Run("DELETE FROM tickets WHERE expires_at <= ?1", now);
                if (sql.Number("SELECT count(*) FROM tickets") >= StorageRules.MaxTickets)
                    sql.Run("DELETE FROM tickets WHERE key = (SELECT key FROM tickets ORDER BY expires_at LIMIT 1)");
                return sql.Run(
                    "INSERT INTO tickets (key, value, expires_at) VALUES (?1, ?2, ?3) ON CONFLICT (key) DO UPDATE SET value = ?2, expires_at = ?3",
                    key, value, expiresAt);
            },
            cancellationToken).ConfigureAwait(false);

    public ValueTask<ReadOnlyMemory<byte>?> TakeAsync(string key, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        database.WriteAsync<ReadOnlyMemory<byte>?>(
            sql =>
            {
                ReadOnlyMemory<byte>? taken = null;
                using (var row = sql.Read("SELECT value FROM tickets WHERE key = ?1 AND expires_at > ?2", key, now))
                {
                    if (row.Read())
                        taken = row.Bytes(0);
                }

                sql.Run("DELETE FROM tickets WHERE key = ?1", key);
                return taken;
            },
            cancellationToken);
}
