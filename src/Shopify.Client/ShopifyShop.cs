using Shopify.Client.Auth;

namespace Shopify.Client;

/// <summary>One shop and the token to speak for it. The token travels with each call; the client keeps no tenant of its own.</summary>
public sealed class ShopifyShop
{
    /// <summary>Pairs a shop with an access token.</summary>
    /// <param name="domain">The permanent domain.</param>
    /// <param name="accessToken">The app's Admin access token for this shop; it also opens the Storefront API when the app has <c>unauthenticated_*</c> scopes.</param>
    /// <exception cref="ArgumentException">The domain is the default value, or the token is empty or holds characters that cannot stand in a header.</exception>
    public ShopifyShop(ShopDomain domain, string accessToken)
    {
        if (domain == default)
            throw new ArgumentException("The shop domain is empty.", nameof(domain));
        ArgumentException.ThrowIfNullOrWhiteSpace(accessToken);
        if (accessToken.AsSpan().ContainsAnyExceptInRange('!', '~'))
            throw new ArgumentException("The access token holds characters that cannot stand in a header.", nameof(accessToken));
        Domain = domain;
        AccessToken = accessToken;
    }

    private ShopifyShop(ShopDomain domain)
    {
        if (domain == default)
            throw new ArgumentException("The shop domain is empty.", nameof(domain));
        Domain = domain;
        AccessToken = string.Empty;
    }

    /// <summary>The permanent domain.</summary>
    public ShopDomain Domain { get; }

    /// <summary>The access token. A secret: never log it.</summary>
    public string AccessToken { get; }

    /// <summary>Gives each call the token of the moment; null for a fixed token.</summary>
    internal ShopifyTokens? Tokens { get; init; }

    /// <summary>
    /// Which app the token belongs to, such as its client id. Only needed when one process speaks for several apps: each has its own
    /// query-cost bucket in a shop. Default empty.
    /// </summary>
    /// <exception cref="ArgumentNullException">Set to null.</exception>
    public string AppId
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    } = string.Empty;

    /// <summary>For calls that anybody may make.</summary>
    internal static ShopifyShop WithoutToken(ShopDomain domain) => new(domain);

    /// <summary>The domain, without the token.</summary>
    /// <returns>The domain.</returns>
    public override string ToString() => Domain.Value;
}
