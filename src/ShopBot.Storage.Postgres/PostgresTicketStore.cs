using ShopBot.Engine.Storage;
using ShopBot.Storage.Postgres.Internal;
using ShopBot.Storage.Postgres.Internal.Statements;

namespace ShopBot.Storage.Postgres;

/// <summary>The tickets table.</summary>
internal sealed class PostgresTicketStore(Database database) : ITicketStore
{
    // Counting reads them all, so it is done before they can be too many, even if as many hosts add as fast as this one.
    private const int Hosts = 16;
    private int _putsUntilCount;

    public async ValueTask PutAsync(
        string key, ReadOnlyMemory<byte> value, DateTimeOffset expiresAt, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        await database.RunAsync(
            async (connection, token) =>
            {
                var batch = new SqlBatch(connection);
                if (Interlocked.Decrement(ref _putsUntilCount) < 0)
                {
                    batch.Query(
                        GlobalSql.MakeRoomForTicket, row => _putsUntilCount = (int)Math.Max(0, (StorageRules.MaxTickets - row.GetInt64(0)) / Hosts),
                        Value.Of(key), Value.Of(now), Value.Of(StorageRules.MaxTickets));
                }

                batch.Add(GlobalSql.PutTicket, Value.Of(key), Value.Of(value), Value.Of(expiresAt), Value.Of(now));
                await batch.RunAsync(token).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);

    public ValueTask<ReadOnlyMemory<byte>?> TakeAsync(string key, DateTimeOffset now, CancellationToken cancellationToken = default) => database.RunAsync(
        async (connection, token) =>
        {
            ReadOnlyMemory<byte>? taken = null;
            var batch = new SqlBatch(connection);
            batch.Query(GlobalSql.TakeTicket, row => taken = row.Time(1) > now ? row.Bytes(0) : (ReadOnlyMemory<byte>?)null, Value.Of(key));
            await batch.RunAsync(token).ConfigureAwait(false);
            return taken;
        },
        cancellationToken);
}
