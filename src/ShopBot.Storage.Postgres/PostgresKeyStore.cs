using ShopBot.Engine.Storage;
using ShopBot.Storage.Postgres.Internal;
using ShopBot.Storage.Postgres.Internal.Statements;

namespace ShopBot.Storage.Postgres;

/// <summary>Wrapped keys in the same database. The key ring may be read before the program's own start, so it brings the schema up to date first.</summary>
internal sealed class PostgresKeyStore(Database database) : IKeyStore
{
    public async ValueTask<IReadOnlyDictionary<int, byte[]>> GetLookupKeysAsync(CancellationToken cancellationToken = default) => await database.RunAsync(
        async (connection, token) =>
        {
            var keys = new Dictionary<int, byte[]>();
            var batch = new SqlBatch(connection);
            batch.Query(GlobalSql.LookupKeys, row => keys.Add(row.GetInt32(0), row.Bytes(1)));
            await batch.RunAsync(token).ConfigureAwait(false);
            return keys;
        },
        cancellationToken).ConfigureAwait(false);

    public ValueTask<byte[]> AddLookupKeyAsync(int version, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellationToken = default) => database.RunAsync(
        async (connection, token) =>
        {
            byte[] stored = [];
            var batch = new SqlBatch(connection);
            batch.Add(GlobalSql.AddLookupKey, Value.Of(version), Value.Of(wrappedKey));
            batch.Query(GlobalSql.FindLookupKey, row => stored = row.Bytes(0), Value.Of(version));
            await batch.RunAsync(token).ConfigureAwait(false);
            return stored;
        },
        cancellationToken);

    public async ValueTask RemoveLookupKeyAsync(int version, CancellationToken cancellationToken = default) => await database.RunAsync(
        async (connection, token) =>
        {
            var batch = new SqlBatch(connection);
            batch.Add(GlobalSql.RemoveLookupKey, Value.Of(version));
            await batch.RunAsync(token).ConfigureAwait(false);
            return true;
        },
        cancellationToken).ConfigureAwait(false);

    public bool ReplaceInKeyRing(string before, string after) => database.Run(connection =>
    {
        var replaced = 0L;
        var batch = new SqlBatch(connection);
        batch.Query(GlobalSql.ReplaceInKeyRing, row => replaced = row.GetInt64(0), Value.Of(before), Value.Of(after));
        batch.Run();
        return replaced > 0;
    });

    public IReadOnlyList<string> LoadKeyRing() => database.Run(connection =>
    {
        var elements = new List<string>();
        var batch = new SqlBatch(connection);
        batch.Query(GlobalSql.KeyRing, row => elements.Add(row.GetString(0)));
        batch.Run();
        return elements;
    });

    public void AddToKeyRing(string name, string xml) => database.Run(connection =>
    {
        var batch = new SqlBatch(connection);
        batch.Add(GlobalSql.AddToKeyRing, Value.Of(name), Value.Of(xml));
        batch.Run();
        return true;
    });
}
