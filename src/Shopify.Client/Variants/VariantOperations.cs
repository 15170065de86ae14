namespace Shopify.Client;

internal static class VariantOperations
{
    public static ShopifyOperation<VariantsByIdsVariables, VariantsByIdsData> ByIds => field ??= new(
        GraphQLDocument.Load("Variants/VariantsByIds.graphql"),
        "VariantsByIds",
        ShopifyJson.Default.VariantsByIdsVariables,
        ShopifyJson.Default.VariantsByIdsData)
    {
        RequiredScopes = ["read_products"],
    };
}
