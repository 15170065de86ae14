namespace Shopify.Client;

internal static class RecommendationOperations
{
    public static ShopifyOperation<SfRecommendationsVariables, SfRecommendationsData> OfProduct => field ??= new(
        GraphQLDocument.Load("Storefront/SfRecommendations.graphql"),
        "SfRecommendations",
        ShopifyJson.Default.SfRecommendationsVariables,
        ShopifyJson.Default.SfRecommendationsData)
    {
        RequiredScopes = ["unauthenticated_read_product_listings"],
    };
}
