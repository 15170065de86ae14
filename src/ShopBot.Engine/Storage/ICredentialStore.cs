using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Storage;

/// <summary>
/// Secrets that several processes renew: one record per store and name, written only by who holds its current version. Claiming raises the
/// version too, so the version is the fence: a writer whose claim ended, or whose record somebody replaced, is refused.
/// Reads see the last committed write. All members may be called concurrently, from any number of processes.
/// </summary>
public interface ICredentialStore
{
    /// <summary>Reads a record; null when there is none.</summary>
    /// <param name="store">The store.</param>
    /// <param name="name">The secret's name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<CredentialRecord?> FindAsync(StoreId store, string name, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes value and due time in one transaction when <see cref="CredentialRecord.Version"/> is still the stored one (0: must not exist
    /// yet). A written record has the next version and no claim.
    /// </summary>
    /// <param name="record">What to write; its claim is not looked at.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when somebody else wrote or claimed in between; nothing is changed then.</returns>
    ValueTask<bool> SaveAsync(CredentialRecord record, CancellationToken cancellationToken = default);

    /// <summary>
    /// Claims a record for renewal, for a time, when nobody else's claim is alive at <paramref name="now"/>. Of many callers at once one gets it.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="name">The secret's name.</param>
    /// <param name="until">When the claim ends by itself.</param>
    /// <param name="now">The caller's time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The record as it is, with the version that only the claimer can save; null when there is none or somebody else holds it.</returns>
    ValueTask<CredentialRecord?> ClaimAsync(StoreId store, string name, DateTimeOffset until, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Lists stores whose record is due before a time, by ascending store id.</summary>
    /// <param name="name">The secret's name.</param>
    /// <param name="before">Only records whose <see cref="CredentialRecord.DueAt"/> is earlier.</param>
    /// <param name="after">The last store of the page before; null for the first page.</param>
    /// <param name="maxItems">At most this many; 1 or more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<IReadOnlyList<StoreId>> FindDueAsync(
        string name, DateTimeOffset before, StoreId? after, int maxItems, CancellationToken cancellationToken = default);
}
