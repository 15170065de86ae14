namespace Shopify.Emulator.OAuth;

/// <summary>An access token that was given out.</summary>
internal sealed class AccessToken(string text, GrantedScopes scopes, DateTimeOffset? expiresAt, bool online)
{
    public string Text => text;

    /// <summary>What it may do; shrinks when scopes are given back.</summary>
    public GrantedScopes Scopes { get; set; } = scopes;

    /// <summary>The token that this one was delegated from, and dies with; null for ordinary tokens.</summary>
    public AccessToken? Parent { get; init; }

    /// <summary>Null for a non-expiring token.</summary>
    public DateTimeOffset? ExpiresAt => expiresAt;

    public bool IsOnline => online;

    public bool IsRevoked { get; set; }

    public bool WasUsed { get; set; }

    public bool IsAlive(DateTimeOffset now) => !IsRevoked && (expiresAt is null || now < expiresAt) && Parent?.IsAlive(now) != false;
}
