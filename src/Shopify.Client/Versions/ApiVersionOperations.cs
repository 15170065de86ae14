namespace Shopify.Client;

internal static class ApiVersionOperations
{
    public static ShopifyOperation<NoVariables, ApiVersionsData> List => field ??= new(
        GraphQLDocument.Load("Versions/ApiVersions.graphql"), "ApiVersions", ShopifyJson.Default.NoVariables, ShopifyJson.Default.ApiVersionsData);
}
