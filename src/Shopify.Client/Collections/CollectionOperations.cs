namespace Shopify.Client;

internal static class CollectionOperations
{
    public static ShopifyOperation<CollectionsPageVariables, CollectionsPageData> Page { get; } = new(
        GraphQLDocument.Load("Collections/CollectionsPage.graphql"),
        "CollectionsPage",
        ShopifyJson.Default.CollectionsPageVariables,
        ShopifyJson.Default.CollectionsPageData);
}
