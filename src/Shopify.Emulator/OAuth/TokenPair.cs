namespace Shopify.Emulator.OAuth;

/// <summary>An access token and, for expiring offline access, the refresh token that came with it.</summary>
internal sealed class TokenPair(AccessToken accessToken, string? refreshToken, DateTimeOffset? refreshExpiresAt)
{
    public AccessToken AccessToken { get; set; } = accessToken;

    public string? RefreshToken => refreshToken;

    public DateTimeOffset? RefreshExpiresAt => refreshExpiresAt;

    /// <summary>When the refresh token was first used, and what it gave.</summary>
    public DateTimeOffset? FirstRefreshedAt { get; set; }

    public TokenPair? Successor { get; set; }

    public bool IsRevoked { get; set; }

    /// <summary>Whether the app has begun to use this pair, which retires the one before.</summary>
    public bool WasUsed => AccessToken.WasUsed || FirstRefreshedAt is not null;
}
