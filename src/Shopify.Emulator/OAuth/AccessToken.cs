namespace Shopify.Emulator.OAuth;

/// <summary>An access token that was given out.</summary>
internal sealed class AccessToken(string text, GrantedScopes scopes, DateTimeOffset? expiresAt, bool online)
{
    public string Text => text;

    public GrantedScopes Scopes => scopes;

    /// <summary>Null for a non-expiring token.</summary>
    public DateTimeOffset? ExpiresAt => expiresAt;

    public bool IsOnline => online;

    public bool IsRevoked { get; set; }

    public bool WasUsed { get; set; }

    public bool IsAlive(DateTimeOffset now) => !IsRevoked && (expiresAt is null || now < expiresAt);
}
