using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Shopify.Client.Auth;

/// <summary>
/// Keeps the tokens of shops usable: gives one per request, renews it before it ends, once for all callers in all processes that share an
/// <see cref="IShopifyTokenStore"/>, and saves every new pair before it is used. Safe for use from many threads. Register it with
/// <c>AddShopifyTokens</c>.
/// </summary>
/// <remarks>
/// A process that dies while it renews loses nothing: the stored refresh token stays good until its replacement is used, so after the claim
/// has ended (the deadline of a call and five seconds) the next caller repeats the renewal with it.
/// </remarks>
public sealed partial class ShopifyTokens : IDisposable
{
    private readonly IShopifyTokenStore _store;
    private readonly ShopifyOAuth _oauth;
    private readonly ShopifyTokenOptions _options;
    private readonly TokenRules _rules;
    private readonly TokenRenewal _renewal;
    private readonly TokenNotices _notices;
    private readonly TimeProvider _time;
    private readonly ILogger<ShopifyTokens> _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<ShopDomain, (DateTimeOffset Until, ShopifyToken Token)> _known = new();
    private readonly ConcurrentDictionary<(ShopDomain Shop, TokenGoal Goal), Lazy<Task<ShopifyToken>>> _flights = new();

    /// <summary>Creates the service; dependency injection normally does this.</summary>
    /// <param name="store">Keeps the tokens.</param>
    /// <param name="oauth">Asks Shopify.</param>
    /// <param name="events">Hear of changes.</param>
    /// <param name="options">When to renew.</param>
    /// <param name="clientOptions">The deadline of a call.</param>
    /// <param name="timeProvider">The clock that tokens are measured by.</param>
    /// <param name="meterFactory">Makes the meter named <see cref="ShopifyDiagnostics.MeterName"/>.</param>
    /// <param name="logger">Renewals and changes are written here; never a token.</param>
    public ShopifyTokens(
        IShopifyTokenStore store,
        ShopifyOAuth oauth,
        IEnumerable<IShopifyTokenEvents> events,
        IOptions<ShopifyTokenOptions> options,
        IOptions<ShopifyClientOptions> clientOptions,
        TimeProvider timeProvider,
        IMeterFactory meterFactory,
        ILogger<ShopifyTokens> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clientOptions);
        _store = store;
        _oauth = oauth;
        _options = options.Value;
        _time = timeProvider;
        _logger = logger;
        _rules = new TokenRules(_options.RefreshBefore);
        var metrics = new TokenMetrics(meterFactory);
        _notices = new TokenNotices([.. events], metrics, timeProvider, logger);
        _renewal = new TokenRenewal(store, oauth, _rules, _notices, metrics, clientOptions.Value, timeProvider, logger);
    }

    /// <summary>
    /// The shop with a token that is good now. Cheap unless the token is about to end. The calls made with it take a fresh token each, and one that
    /// Shopify answers with 401 is repeated once with a renewed token, so it may be kept for as long as a job lasts.
    /// </summary>
    /// <param name="shop">The shop.</param>
    /// <param name="cancellationToken">Ends this caller's wait; a renewal that others wait for goes on.</param>
    /// <returns>The shop.</returns>
    /// <exception cref="ShopifyNotConnectedException">The app is not installed, or the merchant has to grant access again.</exception>
    /// <exception cref="ShopifyException">The token has to be renewed and Shopify did not do it.</exception>
    public async ValueTask<ShopifyShop> GetAsync(ShopDomain shop, CancellationToken cancellationToken = default)
    {
        if (_known.TryGetValue(shop, out var known) && known.Until > _time.GetUtcNow() && !_rules.IsEnding(known.Token, _time.GetUtcNow()))
            return Usable(known.Token);
        var token = await _store.FindAsync(shop, cancellationToken).ConfigureAwait(false);
        TokenRenewal.RequireConnected(shop, token);
        if (_rules.IsEnding(token, _time.GetUtcNow()))
            token = await RenewAsync(shop, TokenGoal.Use, cancellationToken).ConfigureAwait(false);
        else
            Remember(token);
        return Usable(token);
    }

    /// <summary>
    /// Gets another token than one that Shopify refused. When somebody else has renewed it meanwhile, that one is taken. Calls through a
    /// <see cref="ShopifyShop"/> of this service do this by themselves.
    /// </summary>
    /// <param name="refused">The shop as it was used.</param>
    /// <param name="refusal">Shopify's answer.</param>
    /// <param name="cancellationToken">Ends this caller's wait.</param>
    /// <returns>The shop with the other token. When that is refused too, the token is not the problem.</returns>
    /// <exception cref="ShopifyNotConnectedException">There is no other token.</exception>
    /// <exception cref="ShopifyException">Shopify did not renew the token.</exception>
    public async ValueTask<ShopifyShop> ReplaceAsync(
        ShopifyShop refused, ShopifyAuthenticationException refusal, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(refused);
        ArgumentNullException.ThrowIfNull(refusal);
        Forget(refused.Domain);
        var purpose = refusal.NonExpiringTokenRefused ? TokenPurpose.ReplaceNonExpiring : TokenPurpose.Replace;
        return Usable(await RenewAsync(refused.Domain, new TokenGoal(purpose, refused.AccessToken), cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Makes the next use read the store again, after somebody else changed it.</summary>
    /// <param name="shop">The shop.</param>
    public void Forget(ShopDomain shop) => _known.TryRemove(shop, out _);

    /// <summary>Ends renewals under way; their claims are given back.</summary>
    public void Dispose()
    {
        if (_stop.IsCancellationRequested)
            return;
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task<ShopifyToken> RenewAsync(ShopDomain shop, TokenGoal goal, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_stop.IsCancellationRequested, this);
        var key = (shop, goal);
        var flight = _flights.GetOrAdd(key, static (key, self) => new Lazy<Task<ShopifyToken>>(() => self.Fly(key)), this);
        return await flight.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    // On its own, so that a caller who goes away does not end a renewal that others wait for.
    private Task<ShopifyToken> Fly((ShopDomain Shop, TokenGoal Goal) key)
    {
        var stop = _stop.Token;
        var flight = Task.Run(
            async () =>
            {
                try
                {
                    var token = await _renewal.RunAsync(key.Shop, key.Goal, stop).ConfigureAwait(false);
                    Remember(token);
                    return token;
                }
                finally
                {
                    _flights.TryRemove(key, out _);
                }
            },
            CancellationToken.None);
        // When every caller went away, nobody else looks at the failure, which is logged already.
        _ = flight.ContinueWith(
            static failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return flight;
    }

    private void Remember(ShopifyToken token)
    {
        if (_options.CacheTime > TimeSpan.Zero)
            _known[token.Shop] = (_time.GetUtcNow() + _options.CacheTime, token);
    }

    private ShopifyShop Usable(ShopifyToken token) => new(token.Shop, token.AccessToken!) { Tokens = this };
}
