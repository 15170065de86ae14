using ShopBot.Engine.Stores;
using Shopify.Client;
using Shopify.Client.Auth;

namespace ShopBot.Shopify.Tokens;

/// <summary>The client's tokens in the engine's vault: encrypted per store, shared by all hosts of the storage.</summary>
internal sealed class StoredShopifyTokens(ShopifyVault vault, StoreRegistry stores) : IShopifyTokenStore
{
    public async ValueTask<ShopifyToken?> FindAsync(ShopDomain shop, CancellationToken cancellationToken = default) =>
        Token(await vault.FindAsync(shop.Value, cancellationToken).ConfigureAwait(false));

    public async ValueTask<bool> SaveAsync(ShopifyToken token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        var stored = await vault.FindAsync(token.Shop.Value, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException("Tokens can be saved for an installed store only.");
        return await vault.SaveAsync(
            new StoredShopifyCredentials { Store = stored.Store, ShopDomain = stored.ShopDomain, Credentials = Credentials(token), Version = token.Version },
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<ShopifyToken?> TryClaimAsync(ShopDomain shop, TimeSpan lease, CancellationToken cancellationToken = default) =>
        Token(await vault.ClaimAsync(shop.Value, lease, cancellationToken).ConfigureAwait(false));

    public async ValueTask<IReadOnlyList<ShopDomain>> FindDueAsync(
        DateTimeOffset before, ShopDomain? after, int maxShops, CancellationToken cancellationToken = default)
    {
        var last = after is { } shop ? (await vault.FindAsync(shop.Value, cancellationToken).ConfigureAwait(false))?.Store : null;
        var page = await vault.FindDueAsync(before, last, maxShops, cancellationToken).ConfigureAwait(false);
        var shops = new List<ShopDomain>(page.Count);
        foreach (var id in page)
        {
            if (await stores.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } store)
                shops.Add(ShopDomain.Parse(store.Profile.ShopDomain));
        }

        return shops;
    }

    private static ShopifyToken? Token(StoredShopifyCredentials? stored) => stored is null or { Version: 0 } ? null : new ShopifyToken
    {
        Shop = ShopDomain.Parse(stored.ShopDomain),
        State = stored.Credentials switch
        {
            null => ShopifyTokenState.Uninstalled,
            { NeedsReauthorization: true } => ShopifyTokenState.NeedsReauthorization,
            _ => ShopifyTokenState.Active,
        },
        AccessToken = stored.Credentials?.AccessToken,
        ExpiresAt = stored.Credentials?.ExpiresAt,
        RefreshToken = stored.Credentials?.RefreshToken,
        RefreshTokenExpiresAt = stored.Credentials?.RefreshTokenExpiresAt,
        Scope = stored.Credentials?.Scope ?? string.Empty,
        GrantedAt = stored.Credentials?.GrantedAt ?? default,
        IssuedAt = stored.Credentials?.IssuedAt,
        Version = stored.Version,
    };

    private static ShopifyCredentials? Credentials(ShopifyToken token) => token.State is ShopifyTokenState.Uninstalled || token.AccessToken is null
        ? null
        : new ShopifyCredentials
        {
            AccessToken = token.AccessToken,
            GrantedAt = token.GrantedAt,
            IssuedAt = token.IssuedAt,
            ExpiresAt = token.ExpiresAt,
            RefreshToken = token.RefreshToken,
            RefreshTokenExpiresAt = token.RefreshTokenExpiresAt,
            Scope = token.Scope,
            NeedsReauthorization = token.State is ShopifyTokenState.NeedsReauthorization,
        };
}
