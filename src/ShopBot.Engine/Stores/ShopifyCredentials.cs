namespace ShopBot.Engine.Stores;

/// <summary>What is needed to call Shopify for one store. A class, so that nothing prints it.</summary>
public sealed class ShopifyCredentials
{
    /// <summary>The offline access token.</summary>
    public required string AccessToken { get; init; }

    /// <summary>When these tokens were granted.</summary>
    public DateTimeOffset GrantedAt { get; init; }

    /// <summary>When the access token ends; null when it does not.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets the next pair of tokens; null for tokens that do not expire.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>When the refresh token ends; null when it does not.</summary>
    public DateTimeOffset? RefreshTokenExpiresAt { get; init; }

    /// <summary>The granted scopes, comma separated, as Shopify wrote them.</summary>
    public string? Scope { get; init; }
}
