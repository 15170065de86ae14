namespace Shopify.Client.AspNetCore;

/// <summary>How pages inside Shopify's admin are served.</summary>
public sealed class ShopifyEmbeddedOptions
{
    /// <summary>
    /// Whether the first request of a shop without tokens exchanges its session token for them, as an installation managed by Shopify needs it. Default true; needs
    /// <c>AddShopifyTokens</c>.
    /// </summary>
    public bool ConnectShops { get; set; } = true;
}
