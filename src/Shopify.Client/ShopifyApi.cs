namespace Shopify.Client;

/// <summary>Which of the two GraphQL APIs a call goes to.</summary>
internal enum ShopifyApi
{
    Admin,
    Storefront,
}
