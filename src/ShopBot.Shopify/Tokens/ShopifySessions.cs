using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ShopBot.Engine.Stores;
using Shopify.Client;
using Shopify.Client.Auth;

namespace ShopBot.Shopify.Tokens;

/// <summary>
/// Gives the access token of a store, refreshed when it is about to end. One refresh at a time per store; the new pair is stored before it is used,
/// and when another host was faster, its pair is taken.
/// </summary>
public sealed partial class ShopifySessions
{
    private static readonly TimeSpan RefreshBefore = TimeSpan.FromMinutes(5);
    private readonly StoreRegistry _stores;
    private readonly ShopifyOAuth _oauth;
    private readonly TimeProvider _time;
    private readonly ILogger<ShopifySessions> _logger;
    private readonly ConcurrentDictionary<StoreId, SemaphoreSlim> _gates = new();

    /// <summary>Made by the container.</summary>
    public ShopifySessions(StoreRegistry stores, ShopifyOAuth oauth, TimeProvider time, ILogger<ShopifySessions> logger)
    {
        _stores = stores;
        _oauth = oauth;
        _time = time;
        _logger = logger;
    }

    /// <summary>The shop to call for a store.</summary>
    /// <exception cref="ShopNotConnectedException">The store uninstalled the app, or has to authorise it again.</exception>
    /// <exception cref="ShopifyException">The token had to be refreshed and Shopify did not answer.</exception>
    public async ValueTask<ShopifyShop> GetAsync(StoreId id, CancellationToken cancellationToken = default)
    {
        var store = await _stores.FindAsync(id, cancellationToken).ConfigureAwait(false);
        if (store?.Shopify is null)
            throw new ShopNotConnectedException();
        if (NeedsRefresh(store))
            store = await RefreshAsync(store, cancellationToken).ConfigureAwait(false);
        return new ShopifyShop(ShopDomain.Parse(store.Profile.ShopDomain), store.Shopify!.AccessToken);
    }

    private async Task<Store> RefreshAsync(Store stale, CancellationToken cancellationToken)
    {
        var gate = _gates.GetOrAdd(stale.Id, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var store = await _stores.FindByShopDomainAsync(stale.Profile.ShopDomain, cancellationToken).ConfigureAwait(false);
            if (store?.Shopify is not { } current)
                throw new ShopNotConnectedException();
            if (!NeedsRefresh(store))
                return store;

            var answer = await _oauth.RefreshAsync(ShopDomain.Parse(store.Profile.ShopDomain), current.RefreshToken!, cancellationToken).ConfigureAwait(false);
            Log.Refreshed(_logger, store.Id);
            return await _stores.ReplaceShopifyCredentialsAsync(store, answer.ToCredentials(_time.GetUtcNow()), cancellationToken).ConfigureAwait(false) is { Shopify: not null } fresh
                ? fresh
                : throw new ShopNotConnectedException();
        }
        finally
        {
            gate.Release();
        }
    }

    private bool NeedsRefresh(Store store) =>
        store.Shopify is { RefreshToken: not null, ExpiresAt: { } end } && end - RefreshBefore <= _time.GetUtcNow();

    private static partial class Log
    {
        [LoggerMessage(EventId = 2001, Level = LogLevel.Information, Message = "The Shopify token of store {Store} was refreshed.")]
        public static partial void Refreshed(ILogger logger, StoreId store);
    }
}
