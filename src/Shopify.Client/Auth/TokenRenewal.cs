using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Shopify.Client.Auth;

/// <summary>
/// One renewal: claim the record, ask Shopify, save, and only then hand out. Whoever does not get the claim waits for what its holder saves.
/// </summary>
internal sealed class TokenRenewal(
    IShopifyTokenStore store,
    ShopifyOAuth oauth,
    TokenRules rules,
    TokenNotices notices,
    TokenMetrics metrics,
    ShopifyClientOptions client,
    TimeProvider time,
    ILogger logger)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);
    private readonly TimeSpan _lease = client.Timeout + TimeSpan.FromSeconds(5);

    public static void RequireConnected(ShopDomain shop, [NotNull] ShopifyToken? token)
    {
        if (token is not { State: ShopifyTokenState.Active, AccessToken: not null })
            throw new ShopifyNotConnectedException(shop, token?.State ?? ShopifyTokenState.Uninstalled);
    }

    public async Task<ShopifyToken> RunAsync(ShopDomain shop, TokenGoal goal, CancellationToken stop)
    {
        var waiting = TimeProvider.System.GetTimestamp();
        for (var attempt = 1; ;)
        {
            var token = await store.FindAsync(shop, stop).ConfigureAwait(false);
            RequireConnected(shop, token);
            if (rules.Meets(token, goal, time.GetUtcNow()))
                return token;

            if (await store.TryClaimAsync(shop, _lease, stop).ConfigureAwait(false) is not { } claimed)
            {
                // Somebody else is at it. What is still valid may be used meanwhile; a refusal of it leads back here.
                if (goal.Purpose is TokenPurpose.KeepAlive || (goal.Purpose is TokenPurpose.Use && token.ExpiresAt > time.GetUtcNow()))
                    return token;
                if (TimeProvider.System.GetElapsedTime(waiting) > _lease * 3)
                    throw Unavailable(shop);
                await PauseAsync(LookAgain, stop).ConfigureAwait(false);
                continue;
            }

            try
            {
                if (await UseClaimAsync(claimed, goal, stop).ConfigureAwait(false) is { } renewed)
                    return renewed;
            }
            catch (ShopifyException failure) when (attempt < client.MaxAttempts && WaitAfter(failure, attempt) is { } wait)
            {
                attempt++;
                await PauseAsync(wait, stop).ConfigureAwait(false);
            }
        }
    }

    // Null when the record is another one now, so that everything has to be looked at again.
    private async Task<ShopifyToken?> UseClaimAsync(ShopifyToken claimed, TokenGoal goal, CancellationToken stop)
    {
        if (claimed is not { State: ShopifyTokenState.Active, AccessToken: { } accessToken } || rules.Meets(claimed, goal, time.GetUtcNow()))
        {
            await GiveBackAsync(claimed).ConfigureAwait(false);
            return null;
        }

        var migrate = claimed.RefreshToken is null;
        if (migrate && goal.Purpose is TokenPurpose.Replace)
            return await NeedsReauthorizationAsync(claimed, stop).ConfigureAwait(false);

        var (grant, started) = (migrate ? "migration" : "refresh", time.GetTimestamp());
        AccessTokenResult answer;
        try
        {
            answer = migrate
                ? await oauth.MigrateTokenAsync(claimed.Shop, accessToken, stop).ConfigureAwait(false)
                : await oauth.RefreshAsync(claimed.Shop, claimed.RefreshToken!, stop).ConfigureAwait(false);
        }
        catch (ShopifyOAuthException refused) when (refused.Error is ShopifyOAuthErrors.InvalidGrant)
        {
            metrics.Refreshed(grant, time.GetElapsedTime(started), ShopifyOAuthErrors.InvalidGrant);
            return await NeedsReauthorizationAsync(claimed, stop).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            metrics.Refreshed(grant, time.GetElapsedTime(started), Outcome(failure));
            if (failure is ShopifyException)
                TokenLog.NotRenewed(logger, claimed.Shop.Value, Outcome(failure), failure);
            await GiveBackAsync(claimed).ConfigureAwait(false);
            throw;
        }

        var renewed = TokenRules.Renewed(claimed, answer, time.GetUtcNow());
        notices.CheckExpiry(claimed.Shop, answer, renewed.RefreshToken);
        // From here on a stop must not cost the pair.
        var saved = await store.SaveAsync(renewed, CancellationToken.None).ConfigureAwait(false);
        metrics.Refreshed(grant, time.GetElapsedTime(started), saved ? "renewed" : "superseded");
        if (saved)
            TokenLog.Renewed(logger, claimed.Shop.Value);
        else
            TokenLog.Superseded(logger, claimed.Shop.Value);
        return saved ? renewed with { Version = renewed.Version + 1 } : null;
    }

    // The save only succeeds when nobody was faster: another process may have a pair that works.
    private async Task<ShopifyToken?> NeedsReauthorizationAsync(ShopifyToken claimed, CancellationToken stop)
    {
        if (!await store.SaveAsync(claimed with { State = ShopifyTokenState.NeedsReauthorization }, CancellationToken.None).ConfigureAwait(false))
            return null;
        await notices.ChangedAsync(claimed.Shop, claimed.State, ShopifyTokenState.NeedsReauthorization, stop).ConfigureAwait(false);
        throw new ShopifyNotConnectedException(claimed.Shop, ShopifyTokenState.NeedsReauthorization);
    }

    private async Task GiveBackAsync(ShopifyToken claimed)
    {
        try
        {
            await store.SaveAsync(claimed, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            TokenLog.ClaimKept(logger, claimed.Shop.Value, failure);
        }
    }

    // A renewal may be repeated after any failure of the way there: the same refresh token gives the same right to a pair.
    private TimeSpan? WaitAfter(ShopifyException failure, int attempt) => failure switch
    {
        ShopifyThrottledException throttled => throttled.RetryAfter <= client.MaxRetryWait ? throttled.RetryAfter : null,
        ShopifyUnavailableException => TimeSpan.FromMilliseconds(200 << attempt),
        _ => null,
    };

    // What is waited for happens in another process or at Shopify, so it takes real time, whatever the clock of the tokens says.
    private static Task PauseAsync(TimeSpan wait, CancellationToken stop) => Task.Delay(wait, TimeProvider.System, stop);

    private static string Outcome(Exception failure) => failure switch
    {
        ShopifyOAuthException { Error: ShopifyOAuthErrors.InvalidClient or ShopifyOAuthErrors.InvalidRequest } refused => refused.Error,
        ShopifyOAuthException => "refused",
        ShopifyThrottledException => "throttled",
        ShopifyUnavailableException => "unavailable",
        OperationCanceledException => "cancelled",
        _ => "failed",
    };

    private static ShopifyUnavailableException Unavailable(ShopDomain shop) =>
        new($"Another process renews the token of {shop.Value} and does not finish.") { Shop = shop, OperationName = "OAuth token refresh" };
}
