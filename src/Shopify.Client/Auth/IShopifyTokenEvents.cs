namespace Shopify.Client.Auth;

/// <summary>
/// Hears when the app's standing with a shop changes, once per change and only in the process that made it. Register any number of them.
/// Implementations are safe for use from many threads; what they throw is logged and changes nothing.
/// </summary>
public interface IShopifyTokenEvents
{
    /// <summary>Called after the new state was saved.</summary>
    /// <param name="change">What changed.</param>
    /// <param name="cancellationToken">Cancelled when the host stops.</param>
    /// <returns>A task that ends when it was heard.</returns>
    ValueTask StateChangedAsync(ShopifyTokenStateChange change, CancellationToken cancellationToken);
}
