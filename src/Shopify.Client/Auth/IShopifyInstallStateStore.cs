namespace Shopify.Client.Auth;

/// <summary>
/// Keeps begun installations until their callback; several hosts behind one address must share one. Implementations are safe for use from many
/// threads.
/// </summary>
public interface IShopifyInstallStateStore
{
    /// <summary>Keeps a state until it is taken or ends.</summary>
    /// <param name="state">The state; its hash is the key.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when the state is kept.</returns>
    ValueTask SaveAsync(ShopifyInstallState state, CancellationToken cancellationToken = default);

    /// <summary>Removes and returns a state, in one step: of two callers at the same time only one gets it.</summary>
    /// <param name="stateHash">The key.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The state; null when unknown or taken before. One that has ended may be returned: the caller looks at <see cref="ShopifyInstallState.ExpiresAt"/>.</returns>
    ValueTask<ShopifyInstallState?> TakeAsync(string stateHash, CancellationToken cancellationToken = default);
}
