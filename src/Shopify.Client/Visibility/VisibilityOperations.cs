namespace Shopify.Client;

internal static class VisibilityOperations
{
    public static ShopifyOperation<NoVariables, SfVisibleProductsData> Products => field ??= new(
        GraphQLDocument.Load("Storefront/SfVisibleProducts.graphql"),
        "SfVisibleProducts",
        ShopifyJson.Default.NoVariables,
        ShopifyJson.Default.SfVisibleProductsData)
    {
        RequiredScopes = ["unauthenticated_read_product_listings"],
    };
}
