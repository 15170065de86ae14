namespace ShopBot.Engine.Storage;

/// <summary>Prepares a store before the first call and tells whether it answers.</summary>
public interface IStorageLifecycle
{
    /// <summary>
    /// Applies the migrations that are missing; safe for two hosts starting at once. A provider that only one process can use
    /// (an embedded file) also voids the leases and claims a dead process left: its lanes are free, its sends in flight are of unknown outcome since
    /// <paramref name="now"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The database is newer than this program, or another process holds the file.</exception>
    ValueTask InitializeAsync(DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Makes one cheap round trip; throws when the database does not answer.</summary>
    ValueTask PingAsync(CancellationToken cancellationToken = default);
}
