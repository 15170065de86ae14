using Microsoft.Extensions.Logging;

namespace Shopify.Client.Auth;

/// <summary>Tells log, metrics and listeners what happened to tokens.</summary>
internal sealed class TokenNotices(IShopifyTokenEvents[] listeners, TokenMetrics metrics, TimeProvider time, ILogger logger)
{
    public async ValueTask ChangedAsync(ShopDomain shop, ShopifyTokenState? from, ShopifyTokenState to, CancellationToken cancellationToken)
    {
        if (from == to)
            return;
        metrics.Changed(to);
        if (to == ShopifyTokenState.NeedsReauthorization)
            TokenLog.NeedsReauthorization(logger, shop.Value);
        else
            TokenLog.Changed(logger, shop.Value, to);
        var change = new ShopifyTokenStateChange(shop, from, to, time.GetUtcNow());
        foreach (var listener in listeners)
        {
            try
            {
                await listener.StateChangedAsync(change, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                TokenLog.ListenerFailed(logger, failure);
            }
        }
    }

    public void CheckExpiry(ShopDomain shop, AccessTokenResult answer, string? refreshToken)
    {
        if (!TokenRules.LacksExpiry(answer, refreshToken))
            return;
        metrics.MissingExpiry();
        TokenLog.MissingExpiry(logger, shop.Value);
    }
}
