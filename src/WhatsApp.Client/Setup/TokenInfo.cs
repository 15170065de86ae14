namespace WhatsApp.Client;

/// <summary>
/// What the platform says about an access token.
/// See <see href="https://developers.facebook.com/docs/graph-api/reference/debug_token">debug_token</see>.
/// </summary>
public sealed record TokenInfo
{
    /// <summary>Whether the token works.</summary>
    public required bool IsValid { get; init; }

    /// <summary>The app it was made for; null when the platform did not say.</summary>
    public string? AppId { get; init; }

    /// <summary>The app's name, or null.</summary>
    public string? AppName { get; init; }

    /// <summary>Such as <c>SYSTEM_USER</c>, <c>USER</c> (short-lived, from the dashboard) or <c>APP</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The user it stands for, or null.</summary>
    public string? UserId { get; init; }

    /// <summary>When it was made, or null.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>When it stops working; null means never, or unknown for an invalid token.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When the app loses access to the user's data; null means never.</summary>
    public DateTimeOffset? DataAccessExpiresAt { get; init; }

    /// <summary>Its permissions; see <see cref="WhatsAppPermissions"/>.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Which assets each permission reaches.</summary>
    public required IReadOnlyList<GranularScope> GranularScopes { get; init; }

    /// <summary>Why an invalid token is invalid, usually 190; null for a valid one.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>463 expired, 467 invalidated; null when the platform did not say.</summary>
    public int? ErrorSubcode { get; init; }
}
