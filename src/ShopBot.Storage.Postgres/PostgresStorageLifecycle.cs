using ShopBot.Engine.Storage;
using ShopBot.Storage.Postgres.Internal;
using ShopBot.Storage.Postgres.Internal.Statements;

namespace ShopBot.Storage.Postgres;

/// <summary>Migrates the schema. Leases of a dead host end by themselves: other hosts may be alive.</summary>
internal sealed class PostgresStorageLifecycle(Database database) : IStorageLifecycle
{
    // Migrations run once, at start, on a thread that may wait.
    public async ValueTask InitializeAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        await Task.Run(database.EnsureMigrated, cancellationToken).ConfigureAwait(false);

    public async ValueTask PingAsync(CancellationToken cancellationToken = default) => await database.RunAsync(
        async (connection, token) =>
        {
            var batch = new SqlBatch(connection);
            batch.Query(GlobalSql.Ping, static _ => { });
            await batch.RunAsync(token).ConfigureAwait(false);
            return true;
        },
        cancellationToken).ConfigureAwait(false);
}
