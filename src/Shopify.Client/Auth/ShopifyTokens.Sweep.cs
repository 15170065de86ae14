using System.Runtime.CompilerServices;

namespace Shopify.Client.Auth;

public sealed partial class ShopifyTokens
{
    private const int SweepPage = 100;

    /// <summary>
    /// Renews every shop whose refresh token ends within <see cref="ShopifyTokenOptions.RenewIdleBefore"/>, so that shops without traffic stay
    /// connected. A shop that fails does not stop the others. The hosted service of <c>AddShopifyTokens</c> calls this.
    /// </summary>
    /// <param name="cancellationToken">Ends it between two shops.</param>
    /// <returns>How many were renewed and how many failed.</returns>
    public async Task<ShopifyTokenSweep> SweepAsync(CancellationToken cancellationToken = default)
    {
        var until = _time.GetUtcNow() + _options.RenewIdleBefore;
        var (renewed, failed) = (0, 0);
        await foreach (var token in DueAsync(until, cancellationToken).ConfigureAwait(false))
        {
            if (token.RefreshToken is null && !_options.MigrateNonExpiringTokens)
                continue;
            var goal = token.RefreshToken is null ? TokenGoal.Migrate : new TokenGoal(TokenPurpose.KeepAlive, Until: until);
            try
            {
                await RenewAsync(token.Shop, goal, cancellationToken).ConfigureAwait(false);
                renewed++;
            }
            catch (ShopifyException)
            {
                // Logged and counted where it happened.
                failed++;
            }
        }

        TokenLog.Swept(_logger, renewed, failed);
        return new ShopifyTokenSweep(renewed, failed);
    }

    /// <summary>
    /// Exchanges a shop's token that never expires for one that does. One way; the old token stops working at once. When the answer is lost, call
    /// again: Shopify gives the same pair for seven days, and the old token stays stored until the new one is.
    /// </summary>
    /// <param name="shop">The shop.</param>
    /// <param name="cancellationToken">Ends this caller's wait.</param>
    /// <returns>False when the shop's token expires already.</returns>
    /// <exception cref="ShopifyNotConnectedException">The app is not installed, or the merchant has to grant access again.</exception>
    /// <exception cref="ShopifyException">Shopify did not exchange it.</exception>
    /// <seealso href="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens"/>
    public async Task<bool> MigrateAsync(ShopDomain shop, CancellationToken cancellationToken = default)
    {
        var token = await _store.FindAsync(shop, cancellationToken).ConfigureAwait(false);
        TokenRenewal.RequireConnected(shop, token);
        if (token.RefreshToken is not null)
            return false;
        await RenewAsync(shop, TokenGoal.Migrate, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>
    /// Exchanges the tokens of all shops that never expire, one shop after the other. It may be stopped and begun again at any time: shops
    /// that are done are not asked again, and one that fails does not stop the others.
    /// </summary>
    /// <param name="cancellationToken">Ends it between two shops.</param>
    /// <returns>What became of each shop.</returns>
    public async IAsyncEnumerable<ShopifyTokenMigration> MigrateAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var token in DueAsync(_time.GetUtcNow().AddSeconds(1), cancellationToken).ConfigureAwait(false))
        {
            if (token.RefreshToken is not null)
                continue;
            ShopifyException? failure = null;
            try
            {
                await MigrateAsync(token.Shop, cancellationToken).ConfigureAwait(false);
            }
            catch (ShopifyException e)
            {
                failure = e;
            }

            yield return new ShopifyTokenMigration(token.Shop, failure);
        }
    }

    private async IAsyncEnumerable<ShopifyToken> DueAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ShopDomain? last = null;
        for (; ;)
        {
            var page = await _store.FindDueAsync(before, last, SweepPage, cancellationToken).ConfigureAwait(false);
            foreach (var shop in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (await _store.FindAsync(shop, cancellationToken).ConfigureAwait(false) is { State: ShopifyTokenState.Active } token)
                    yield return token;
            }

            if (page.Count == 0)
                yield break;
            last = page[^1];
        }
    }
}
