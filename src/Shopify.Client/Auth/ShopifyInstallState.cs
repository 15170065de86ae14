namespace Shopify.Client.Auth;

/// <summary>What a begun installation is bound to. Holds no usable secret: state and cookie are kept as SHA-256 hashes.</summary>
public sealed record ShopifyInstallState
{
    /// <summary>The hash of the <c>state</c> parameter, lower-case hex; the key.</summary>
    public required string StateHash { get; init; }

    /// <summary>The shop the flow began with.</summary>
    public required ShopDomain ShopDomain { get; init; }

    /// <summary>The callback address that was sent to Shopify.</summary>
    public required string RedirectUri { get; init; }

    /// <summary>The hash of the cookie in the browser that began, lower-case hex.</summary>
    public required string BrowserHash { get; init; }

    /// <summary>From then on the state is worth nothing.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The PKCE verifier; null without PKCE.</summary>
    public string? CodeVerifier { get; init; }

    /// <summary>The shop and the end, without the rest.</summary>
    /// <returns>Such as <c>ShopifyInstallState { ShopDomain = demo-shop.myshopify.com, ExpiresAt = … }</c>.</returns>
    public override string ToString() => $"ShopifyInstallState {{ ShopDomain = {ShopDomain.Value}, ExpiresAt = {ExpiresAt:O} }}";
}
