namespace Shopify.Client;

/// <summary>Which of the two GraphQL APIs a call goes to. They have different tokens and different limits.</summary>
public enum ShopifyApi
{
    /// <summary>The Admin API: a query-cost bucket per app and shop.</summary>
    Admin,

    /// <summary>The Storefront API: no bucket is reported; carts, checkouts and bots are throttled.</summary>
    Storefront,
}
