namespace Shopify.Client;

internal static class ShopOperations
{
    public static ShopifyOperation<NoVariables, ShopInfoData> Info { get; } = new(
        GraphQLDocument.Load("Shop/ShopInfo.graphql"), "ShopInfo", ShopifyJson.Default.NoVariables, ShopifyJson.Default.ShopInfoData);
}
