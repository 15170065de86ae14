using ShopBot.Engine.Storage;
using ShopBot.Storage.Sqlite.Internal;

namespace ShopBot.Storage.Sqlite;

/// <summary>Opens and migrates the file, and takes over what a dead process left.</summary>
internal sealed class SqliteStorageLifecycle(Database database) : IStorageLifecycle
{
    private bool _initialized;

    public async ValueTask InitializeAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        await database.WriteAsync(sql => TakeOver(sql, now), cancellationToken).ConfigureAwait(false);

    public async ValueTask PingAsync(CancellationToken cancellationToken = default)
    {
        database.ThrowIfDamaged();
        await database.ReadAsync(sql => sql.Number("SELECT 1"), cancellationToken).ConfigureAwait(false);
    }

    // Only once in a process: later the leases are its own. Runs inside the write transaction, so other openers wait for it.
    private bool TakeOver(Session sql, DateTimeOffset now)
    {
        if (_initialized || !database.TryTakeOver())
            return false;

        LaneRows.VoidLeases(sql);
        sql.Run("UPDATE lanes SET facts_owner = NULL, facts_due_at = ?1 WHERE head_fact < next_fact AND facts_owner IS NOT NULL", now);
        // Raising the version keeps a claimer out that may still be alive somewhere.
        sql.Run("UPDATE credentials SET claimed_until = NULL, version = version + 1 WHERE claimed_until IS NOT NULL");
        OutboxRows.Orphan(sql, DateTimeOffset.MaxValue, now, int.MaxValue);
        return _initialized = true;
    }
}
