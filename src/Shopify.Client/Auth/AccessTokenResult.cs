namespace Shopify.Client.Auth;

/// <summary>Tokens for one shop. Store all of it in one transaction before using the access token.</summary>
/// <seealso href="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens"/>
public sealed record AccessTokenResult
{
    /// <summary>The access token. A secret.</summary>
    public required string AccessToken { get; init; }

    /// <summary>What was granted, comma separated and with implied scopes left out; compare with <see cref="ShopifyScopes.Missing"/>.</summary>
    public string Scope { get; init; } = string.Empty;

    /// <summary>How long the access token lives from now, nominally 60 minutes; null when it does not expire or Shopify did not say.</summary>
    public TimeSpan? ExpiresIn { get; init; }

    /// <summary>Gets the next pair; a secret. Null for a token that does not expire.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>How long the refresh token lives from now, nominally 90 days; null when there is none.</summary>
    public TimeSpan? RefreshTokenExpiresIn { get; init; }

    /// <summary>The scope and times, without the tokens.</summary>
    /// <returns>Such as <c>AccessTokenResult { Scope = read_products, ExpiresIn = 01:00:00 }</c>.</returns>
    public override string ToString() => $"AccessTokenResult {{ Scope = {Scope}, ExpiresIn = {ExpiresIn} }}";
}
