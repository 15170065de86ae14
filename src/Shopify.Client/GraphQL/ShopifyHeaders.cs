namespace Shopify.Client;

/// <summary>The HTTP headers of the GraphQL APIs.</summary>
internal static class ShopifyHeaders
{
    public const string ApiVersion = "X-Shopify-API-Version";
    public const string Deprecation = "X-Shopify-API-Deprecated-Reason";
    private const string AdminToken = "X-Shopify-Access-Token";
    private const string StorefrontPrivateToken = "Shopify-Storefront-Private-Token";

    public static string Token(ShopifyApi api) => api == ShopifyApi.Admin ? AdminToken : StorefrontPrivateToken;
}
