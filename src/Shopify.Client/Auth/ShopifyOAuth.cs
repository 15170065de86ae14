using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Shopify.Client.Auth;

/// <summary>
/// The authorization code grant for offline tokens, and their refresh. It keeps nothing: state, single use and storage belong to the caller
/// (the ASP.NET Core package does them).
/// </summary>
/// <seealso href="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant"/>
public sealed class ShopifyOAuth
{
    private readonly ShopifyClientOptions _client;
    private readonly ShopifyAppOptions _app;
    private readonly TokenEndpoint _endpoint;

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
    {
        ArgumentNullException.ThrowIfNull(clientOptions);
        ArgumentNullException.ThrowIfNull(appOptions);
        _client = clientOptions.Value;
        _app = appOptions.Value;
        _endpoint = new TokenEndpoint(httpClientFactory, _client, timeProvider);
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

    private IReadOnlyList<string> Secrets(string first, string? second) => second is null ? [_app.ApiSecret, first] : [_app.ApiSecret, first, second];
}
