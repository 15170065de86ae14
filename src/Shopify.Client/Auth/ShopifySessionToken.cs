namespace Shopify.Client.Auth;

/// <summary>A verified session token ("ID token") of App Bridge: who looks at the embedded app, in which shop.</summary>
/// <seealso href="https://shopify.dev/docs/apps/build/authentication-authorization/session-tokens"/>
public sealed record ShopifySessionToken
{
    /// <summary>The shop, from <c>dest</c>. Trust this one, never a <c>shop</c> parameter beside it.</summary>
    public required ShopDomain Shop { get; init; }

    /// <summary>The user's id (<c>sub</c>): digits in the admin; a customer's id or null in other surfaces.</summary>
    public string? UserId { get; init; }

    /// <summary>The token's own id (<c>jti</c>).</summary>
    public string? TokenId { get; init; }

    /// <summary>The id of the user's session (<c>sid</c>).</summary>
    public string? SessionId { get; init; }

    /// <summary>When the token ends, about a minute after it was made.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
