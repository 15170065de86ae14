namespace Shopify.Client;

internal static class ShopOperations
{
    public static ShopifyOperation<NoVariables, ShopInfoData> Info => field ??= new(
        GraphQLDocument.Load("Shop/ShopInfo.graphql"), "ShopInfo", ShopifyJson.Default.NoVariables, ShopifyJson.Default.ShopInfoData);
}
