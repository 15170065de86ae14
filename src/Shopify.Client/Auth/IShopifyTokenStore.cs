namespace Shopify.Client.Auth;

/// <summary>
/// Keeps the tokens of shops for one or many processes. Every save names the version it is based on, and claiming a record for renewal raises the
/// version too: so exactly one process renews at a time, and one that was too slow cannot overwrite what came after it. Reads see the last
/// saved state. Safe for use from many threads. Tokens are secrets: encrypt them at rest.
/// </summary>
public interface IShopifyTokenStore
{
    /// <summary>Reads the tokens of a shop.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The tokens; null when there never were any.</returns>
    ValueTask<ShopifyToken?> FindAsync(ShopDomain shop, CancellationToken cancellationToken = default);

    /// <summary>
    /// Saves all of a record in one transaction when <see cref="ShopifyToken.Version"/> is still the stored one (0: nothing was ever saved). The
    /// stored version is one higher then, and a claim is over.
    /// </summary>
    /// <param name="token">The record.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False when somebody else saved or claimed in between; nothing is changed then.</returns>
    ValueTask<bool> SaveAsync(ShopifyToken token, CancellationToken cancellationToken = default);

    /// <summary>Claims a record for renewal, for a time. Of many callers at once, in whatever process, one gets it.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="lease">When the claim ends by itself, should its holder die.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The record as it is now, with the version that only the claimer can save; null when there is none or another claim is alive.</returns>
    ValueTask<ShopifyToken?> TryClaimAsync(ShopDomain shop, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Lists shops whose <see cref="ShopifyToken.DueAt"/> is earlier than a time, in a fixed order of the store's own.</summary>
    /// <param name="before">The time.</param>
    /// <param name="after">The last shop of the page before; null for the first page.</param>
    /// <param name="maxShops">At most this many; 1 or more.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The shops; empty at the end.</returns>
    ValueTask<IReadOnlyList<ShopDomain>> FindDueAsync(
        DateTimeOffset before, ShopDomain? after, int maxShops, CancellationToken cancellationToken = default);
}
