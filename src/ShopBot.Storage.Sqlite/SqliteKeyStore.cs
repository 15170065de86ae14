using ShopBot.Engine.Storage;
using ShopBot.Storage.Sqlite.Internal;

namespace ShopBot.Storage.Sqlite;

/// <summary>Wrapped keys in the same file.</summary>
internal sealed class SqliteKeyStore(Database database) : IKeyStore
{
    public ValueTask<IReadOnlyDictionary<int, byte[]>> GetLookupKeysAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyDictionary<int, byte[]>>(
            sql => sql.Read("SELECT version, wrapped_key FROM lookup_keys")
                .All(row => KeyValuePair.Create(row.GetInt32(0), row.Bytes(1)))
                .ToDictionary(),
            cancellationToken);

    public ValueTask<byte[]> AddLookupKeyAsync(int version, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            sql =>
            {
                sql.Run("INSERT INTO lookup_keys (version, wrapped_key) VALUES (?1, ?2) ON CONFLICT DO NOTHING", version, wrappedKey);
                using var row = sql.Read("SELECT wrapped_key FROM lookup_keys WHERE version = ?1", version);
                row.Read();
                return row.Bytes(0);
            },
            cancellationToken);

    public async ValueTask RemoveLookupKeyAsync(int version, CancellationToken cancellationToken = default) =>
        await database.WriteAsync(sql => sql.Run("DELETE FROM lookup_keys WHERE version = ?1", version), cancellationToken).ConfigureAwait(false);

    public bool ReplaceInKeyRing(string before, string after) => database.Write(sql => sql.Run("UPDATE key_ring SET xml = ?2 WHERE xml = ?1", before, after)) > 0;

    public IReadOnlyList<string> LoadKeyRing() =>
        database.Write(sql => sql.Read("SELECT xml FROM key_ring ORDER BY id").All(row => row.GetString(0)));

    public void AddToKeyRing(string name, string xml) =>
        database.Write(sql => sql.Run("INSERT INTO key_ring (name, xml) VALUES (?1, ?2)", name, xml));
}
