using ShopBot.Engine.Stores;
using Shopify.Client;
using Shopify.Client.Auth;

namespace ShopBot.Shopify.Tokens;

/// <summary>Gives the shop of a store with a token that is good now; see <see cref="ShopifyTokens"/> for how it stays so.</summary>
public sealed class ShopifySessions
{
    private readonly StoreRegistry _stores;
    private readonly ShopifyTokens _tokens;

    /// <summary>Made by the container.</summary>
    public ShopifySessions(StoreRegistry stores, ShopifyTokens tokens)
    {
        _stores = stores;
        _tokens = tokens;
    }

    /// <summary>The shop to call for a store. Its calls renew the token by themselves, so it may be kept for as long as a job lasts.</summary>
    /// <exception cref="ShopNotConnectedException">The store uninstalled the app, or has to authorise it again.</exception>
    /// <exception cref="ShopifyException">The token had to be renewed and Shopify did not answer.</exception>
    public async ValueTask<ShopifyShop> GetAsync(StoreId id, CancellationToken cancellationToken = default)
    {
        var store = await _stores.FindAsync(id, cancellationToken).ConfigureAwait(false) ?? throw new ShopNotConnectedException();
        try
        {
            return await _tokens.GetAsync(ShopDomain.Parse(store.Profile.ShopDomain), cancellationToken).ConfigureAwait(false);
        }
        catch (ShopifyNotConnectedException)
        {
            throw new ShopNotConnectedException();
        }
    }
}
