namespace Shopify.Client.Auth;

public sealed partial class ShopifyTokens
{
    /// <summary>
    /// Saves the tokens of a grant by the merchant: an installation, a re-installation, a token exchange. They replace what was there, also when a
    /// renewal is under way.
    /// </summary>
    /// <param name="shop">The shop.</param>
    /// <param name="granted">The answer of the grant.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when they are saved.</returns>
    public async Task SaveGrantAsync(ShopDomain shop, AccessTokenResult granted, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(granted);
        _notices.CheckExpiry(shop, granted, granted.RefreshToken);
        await ChangeAsync(
            shop,
            before => TokenRules.Granted(shop, granted, before?.Version ?? 0, _time.GetUtcNow()),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Takes the tokens of a shop away, because it removed the app. A notice from before the last grant is ignored: it arrived after the
    /// merchant had installed the app again.
    /// </summary>
    /// <param name="shop">The shop.</param>
    /// <param name="triggeredAt">When the merchant removed the app (<c>X-Shopify-Triggered-At</c>); null when not known.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False when the notice was too old, or there was nothing to take.</returns>
    public Task<bool> UninstallAsync(ShopDomain shop, DateTimeOffset? triggeredAt, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            shop,
            before => before is null or { State: ShopifyTokenState.Uninstalled } || triggeredAt < before.GrantedAt
                ? null
                : new ShopifyToken { Shop = shop, State = ShopifyTokenState.Uninstalled, GrantedAt = before.GrantedAt, Version = before.Version },
            cancellationToken);

    /// <summary>How the app stands with a shop, freshly read.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The state; <see cref="ShopifyTokenState.Uninstalled"/> for a shop that was never seen.</returns>
    public async ValueTask<ShopifyTokenState> GetStateAsync(ShopDomain shop, CancellationToken cancellationToken = default) =>
        (await _store.FindAsync(shop, cancellationToken).ConfigureAwait(false))?.State ?? ShopifyTokenState.Uninstalled;

    private async Task<bool> ChangeAsync(ShopDomain shop, Func<ShopifyToken?, ShopifyToken?> change, CancellationToken cancellationToken)
    {
        for (; ;)
        {
            var before = await _store.FindAsync(shop, cancellationToken).ConfigureAwait(false);
            if (change(before) is not { } after)
                return false;
            if (!await _store.SaveAsync(after, cancellationToken).ConfigureAwait(false))
                continue;
            Forget(shop);
            await _notices.ChangedAsync(shop, before?.State, after.State, cancellationToken).ConfigureAwait(false);
            return true;
        }
    }
}
