using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Shopify.Client.Auth;

/// <summary>
/// The grants of Shopify's token endpoint, each one call. It keeps nothing: state and single use belong to the caller (the ASP.NET Core package
/// does them), and <see cref="ShopifyTokens"/> stores and renews what it gives.
/// </summary>
/// <seealso href="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant"/>
public sealed class ShopifyOAuth
{
    private readonly ShopifyClientOptions _client;
    private readonly ShopifyAppOptions _app;
    private readonly TokenEndpoint _endpoint;
    private readonly TimeProvider _time;

    /// <summary>Creates the service; dependency injection normally does this, through <c>AddShopifyApp</c>.</summary>
    /// <param name="httpClientFactory">Gives the client named <see cref="ShopifyClient.HttpClientName"/>.</param>
    /// <param name="clientOptions">Address and deadline.</param>
    /// <param name="appOptions">The app's id, secret and scopes.</param>
    /// <param name="timeProvider">The clock of the deadline.</param>
    public ShopifyOAuth(
        IHttpClientFactory httpClientFactory,
        IOptions<ShopifyClientOptions> clientOptions,
        IOptions<ShopifyAppOptions> appOptions,
        TimeProvider timeProvider)
        : this(
            new ShopifyHttp(httpClientFactory),
            (clientOptions ?? throw new ArgumentNullException(nameof(clientOptions))).Value,
            (appOptions ?? throw new ArgumentNullException(nameof(appOptions))).Value,
            timeProvider)
    {
    }

    internal ShopifyOAuth(ShopifyHttp http, ShopifyClientOptions client, ShopifyAppOptions app, TimeProvider timeProvider)
    {
        _client = client;
        _app = app;
        _time = timeProvider;
        _endpoint = new TokenEndpoint(http, client, timeProvider);
    }

    /// <summary>The address at which a merchant grants the app its scopes, for an offline token.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="redirectUri">Where Shopify sends the merchant back; must be on the app's allow list.</param>
    /// <param name="state">A fresh secret of at least 128 random bits, made of letters, digits, <c>-</c> and <c>_</c>.</param>
    /// <param name="codeChallenge">The PKCE challenge (S256); null leaves PKCE out.</param>
    /// <returns>The address.</returns>
    public string BuildAuthorizeUrl(ShopDomain shop, Uri redirectUri, string state, string? codeChallenge = null)
    {
        ArgumentNullException.ThrowIfNull(redirectUri);
        ArgumentException.ThrowIfNullOrWhiteSpace(state);
        var scopes = string.Join(',', ShopifyScopes.Parse(_app.Scopes));
        var url = $"{ShopifyEndpoints.Authorize(_client, shop)}?client_id={Uri.EscapeDataString(_app.ApiKey)}&scope={Uri.EscapeDataString(scopes)}"
            + $"&redirect_uri={Uri.EscapeDataString(redirectUri.AbsoluteUri)}&state={Uri.EscapeDataString(state)}&grant_options[]=";
        return codeChallenge is null ? url : $"{url}&code_challenge={Uri.EscapeDataString(codeChallenge)}&code_challenge_method=S256";
    }

    /// <summary>Exchanges the code of a verified callback, once, for an expiring offline token.</summary>
    /// <param name="shop">The shop the flow began with.</param>
    /// <param name="code">The code.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The tokens; without a refresh token when the shop still gives tokens that do not expire.</returns>
    /// <exception cref="ShopifyOAuthException">Refused: the code is wrong or was used, or the app's credentials are wrong.</exception>
    /// <exception cref="ShopifyThrottledException">Too many requests.</exception>
    /// <exception cref="ShopifyUnavailableException">No usable answer came in time.</exception>
    public Task<AccessTokenResult> ExchangeCodeAsync(ShopDomain shop, string code, CancellationToken cancellationToken = default) =>
        ExchangeCodeAsync(shop, code, null, cancellationToken);

    /// <summary>Like the other overload, with the PKCE verifier whose challenge went into the authorisation address.</summary>
    /// <param name="shop">The shop the flow began with.</param>
    /// <param name="code">The code.</param>
    /// <param name="codeVerifier">The verifier; null leaves PKCE out.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The tokens.</returns>
    /// <exception cref="ShopifyException">As for the other overload.</exception>
    public Task<AccessTokenResult> ExchangeCodeAsync(ShopDomain shop, string code, string? codeVerifier, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        // Left out, "expiring" means a token that every later call refuses with 403.
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new CodeExchangeWire(_app.ApiKey, _app.ApiSecret, code, "1", codeVerifier), OAuthJson.Default.CodeExchangeWire);
        return _endpoint.PostAsync(shop, "OAuth code exchange", body, Secrets(code, codeVerifier), cancellationToken);
    }

    /// <summary>
    /// Gets the next pair of tokens. Only one caller per shop at a time may do this; a lost answer is recovered by calling again with the same
    /// refresh token.
    /// </summary>
    /// <param name="shop">The shop.</param>
    /// <param name="refreshToken">The stored refresh token.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Two new tokens.</returns>
    /// <exception cref="ShopifyOAuthException"><see cref="ShopifyOAuthErrors.InvalidGrant"/>: the merchant must authorise again.</exception>
    /// <exception cref="ShopifyThrottledException">Too many requests.</exception>
    /// <exception cref="ShopifyUnavailableException">No usable answer came in time.</exception>
    public Task<AccessTokenResult> RefreshAsync(ShopDomain shop, string refreshToken, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(refreshToken);
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new RefreshWire(_app.ApiKey, _app.ApiSecret, "refresh_token", refreshToken), OAuthJson.Default.RefreshWire);
        return _endpoint.PostAsync(shop, "OAuth token refresh", body, Secrets(refreshToken, null), cancellationToken);
    }

    /// <summary>Checks a session token of App Bridge with the app's id, secrets and clock.</summary>
    /// <param name="sessionToken">The token, from <c>Authorization: Bearer …</c> or the <c>id_token</c> parameter.</param>
    /// <returns>The token with its shop, or why it is not believed.</returns>
    public ShopifySessionTokenResult VerifySessionToken(string? sessionToken) =>
        ShopifySessionTokens.Verify(sessionToken, _app.ApiKey, _app.GetSecrets(), _time.GetUtcNow());

    /// <summary>
    /// Exchanges a session token of App Bridge for an access token. Verify it first (<see cref="VerifySessionToken"/>) and take the shop from it.
    /// </summary>
    /// <param name="shop">The shop of the verified token.</param>
    /// <param name="sessionToken">The session token.</param>
    /// <param name="online">True for an online token, bound to the user and about 24 hours; false for an expiring offline token.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The tokens.</returns>
    /// <exception cref="ShopifyOAuthException"><see cref="ShopifyOAuthErrors.InvalidSubjectToken"/>: fetch a new session token.</exception>
    /// <exception cref="ShopifyThrottledException">Too many requests.</exception>
    /// <exception cref="ShopifyUnavailableException">No usable answer came in time.</exception>
    /// <seealso href="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/token-exchange"/>
    public Task<AccessTokenResult> ExchangeSessionTokenAsync(
        ShopDomain shop, string sessionToken, bool online = false, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sessionToken);
        return ExchangeAsync(shop, "OAuth session token exchange", sessionToken, TokenTypes.IdToken, online, cancellationToken);
    }

    /// <summary>
    /// Exchanges an offline token that never expires for a pair that does. One way: the old token stops working at once. For seven days a repeat
    /// with the same old token gives the same pair, so a lost answer is recovered by calling again.
    /// </summary>
    /// <param name="shop">The shop.</param>
    /// <param name="accessToken">The token that never expires.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The pair.</returns>
    /// <exception cref="ShopifyOAuthException">Refused.</exception>
    /// <exception cref="ShopifyThrottledException">Too many requests.</exception>
    /// <exception cref="ShopifyUnavailableException">No usable answer came in time.</exception>
    /// <seealso href="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens"/>
    public Task<AccessTokenResult> MigrateTokenAsync(ShopDomain shop, string accessToken, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accessToken);
        return ExchangeAsync(shop, "OAuth token migration", accessToken, TokenTypes.Offline, false, cancellationToken);
    }

    /// <summary>
    /// Gets a token for a shop of the app's own organisation, without a merchant. It lives about 24 hours and has no refresh token: ask again.
    /// </summary>
    /// <param name="shop">The shop.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The token.</returns>
    /// <exception cref="ShopifyOAuthException"><see cref="ShopifyOAuthErrors.InvalidClient"/>: not installed, another organisation, or a wrong secret.</exception>
    /// <exception cref="ShopifyThrottledException">Too many requests.</exception>
    /// <exception cref="ShopifyUnavailableException">No usable answer came in time.</exception>
    /// <seealso href="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/client-credentials-grant"/>
    public Task<AccessTokenResult> RequestClientCredentialsAsync(ShopDomain shop, CancellationToken cancellationToken = default)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new ClientCredentialsWire(_app.ApiKey, _app.ApiSecret, "client_credentials"), OAuthJson.Default.ClientCredentialsWire);
        return _endpoint.PostAsync(shop, "OAuth client credentials", body, [_app.ApiSecret], cancellationToken);
    }

    /// <summary>
    /// Gets a token that belongs to the app alone, for a shop that installed it, with the app's key instead of its secret. It lives an hour at most and has no refresh token:
    /// ask again. A second source for background work; what a merchant granted stays the first.
    /// </summary>
    /// <param name="shop">The shop.</param>
    /// <param name="key">The app's key, registered with Shopify.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The token.</returns>
    /// <exception cref="ShopifyOAuthException"><see cref="ShopifyOAuthErrors.InvalidClient"/>: not installed, or the key is not registered.</exception>
    /// <exception cref="ShopifyThrottledException">Too many requests.</exception>
    /// <exception cref="ShopifyUnavailableException">No usable answer came in time.</exception>
    /// <seealso href="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens"/>
    public Task<AccessTokenResult> RequestClientCredentialsAsync(ShopDomain shop, ShopifyAppKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        var assertion = key.Assert(_app.ApiKey, $"https://{shop.Value}/admin/oauth/access_token", _time.GetUtcNow());
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new ClientAssertionWire(_app.ApiKey, "client_credentials", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", assertion),
            OAuthJson.Default.ClientAssertionWire);
        return _endpoint.PostAsync(shop, "OAuth client assertion", body, Secrets(assertion, null), cancellationToken);
    }

    private Task<AccessTokenResult> ExchangeAsync(
        ShopDomain shop, string step, string subject, string subjectType, bool online, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new TokenExchangeWire(
                _app.ApiKey, _app.ApiSecret, TokenTypes.Exchange, subject, subjectType, online ? TokenTypes.Online : TokenTypes.Offline, online ? null : "1"),
            OAuthJson.Default.TokenExchangeWire);
        return _endpoint.PostAsync(shop, step, body, Secrets(subject, null), cancellationToken);
    }

    private IReadOnlyList<string> Secrets(string first, string? second) => second is null ? [_app.ApiSecret, first] : [_app.ApiSecret, first, second];
}
