namespace Shopify.Client.Auth;

/// <summary>The tokens of one shop as they are stored: everything in here is saved in one transaction.</summary>
/// <seealso href="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens"/>
public sealed record ShopifyToken
{
    /// <summary>The shop.</summary>
    public required ShopDomain Shop { get; init; }

    /// <summary>How the app stands with the shop.</summary>
    public ShopifyTokenState State { get; init; }

    /// <summary>The access token, a secret; null when uninstalled.</summary>
    public string? AccessToken { get; init; }

    /// <summary>When the access token ends; null when it does not.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets the next pair, a secret; null for tokens that cannot be renewed.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>When the refresh token ends, nominally 90 days after it was given; null when unknown.</summary>
    public DateTimeOffset? RefreshTokenExpiresAt { get; init; }

    /// <summary>The granted scopes as Shopify wrote them, implied ones left out.</summary>
    public string Scope { get; init; } = string.Empty;

    /// <summary>When the merchant granted access; renewing does not change it.</summary>
    public DateTimeOffset GrantedAt { get; init; }

    /// <summary>When this pair was received; null when that was not written down.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>Names this state of the record; a save based on an older one is refused. 0 before the first save.</summary>
    public long Version { get; init; }

    /// <summary>
    /// Until when the record needs somebody's attention at the latest: the end of the refresh token, the time of the grant for a token that never
    /// expires (it should be exchanged for one that does), null for one that nobody can keep alive.
    /// </summary>
    public DateTimeOffset? DueAt => this switch
    {
        { State: not ShopifyTokenState.Active } => null,
        { RefreshToken: not null } => RefreshTokenExpiresAt ?? GrantedAt,
        { ExpiresAt: null } => GrantedAt,
        _ => null,
    };

    /// <summary>Shop, state and times, without the tokens.</summary>
    /// <returns>Such as <c>ShopifyToken { Shop = demo-shop.myshopify.com, State = Active, ExpiresAt = …, Version = 3 }</c>.</returns>
    public override string ToString() => $"ShopifyToken {{ Shop = {Shop.Value}, State = {State}, ExpiresAt = {ExpiresAt:O}, Version = {Version} }}";
}
