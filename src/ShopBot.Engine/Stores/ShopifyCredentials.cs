namespace ShopBot.Engine.Stores;

/// <summary>What is needed to call Shopify for one store. A class, so that nothing prints it.</summary>
public sealed class ShopifyCredentials
{
    /// <summary>The offline access token.</summary>
    public required string AccessToken { get; init; }

    /// <summary>When the merchant granted access; renewing the tokens does not change it.</summary>
    public DateTimeOffset GrantedAt { get; init; }

    /// <summary>When this pair was received; null when that was not written down.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>When the access token ends; null when it does not.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets the next pair of tokens; null for tokens that do not expire.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>When the refresh token ends; null when it does not.</summary>
    public DateTimeOffset? RefreshTokenExpiresAt { get; init; }

    /// <summary>The granted scopes, comma separated, as Shopify wrote them.</summary>
    public string? Scope { get; init; }

    /// <summary>True when Shopify takes neither token any more, so that the merchant has to grant access again.</summary>
    public bool NeedsReauthorization { get; init; }
}
