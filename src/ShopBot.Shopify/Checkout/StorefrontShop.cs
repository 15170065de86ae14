using Shopify.Client;

namespace ShopBot.Shopify.Checkout;

/// <summary>The shop as the Storefront API is called.</summary>
internal static class StorefrontShop
{
    /// <summary>
    /// With the token of the moment and no renewal: this API also refuses a good token, when the app lacks its scopes or the shop has not published to
    /// it, and that must not count as a lost connection to the shop.
    /// </summary>
    public static ShopifyShop Of(ShopifyShop shop) => new(shop.Domain, shop.AccessToken);
}
