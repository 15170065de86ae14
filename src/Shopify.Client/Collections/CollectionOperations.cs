namespace Shopify.Client;

internal static class CollectionOperations
{
    public static ShopifyOperation<CollectionsPageVariables, CollectionsPageData> Page => field ??= new(
        GraphQLDocument.Load("Collections/CollectionsPage.graphql"),
        "CollectionsPage",
        ShopifyJson.Default.CollectionsPageVariables,
        ShopifyJson.Default.CollectionsPageData)
    {
        RequiredScopes = ["read_products"],
    };

    public static ShopifyOperation<CollectionDetailVariables, CollectionDetailData> Detail => field ??= new(
        GraphQLDocument.Load("Collections/CollectionDetail.graphql"),
        "CollectionDetail",
        ShopifyJson.Default.CollectionDetailVariables,
        ShopifyJson.Default.CollectionDetailData)
    {
        RequiredScopes = ["read_products"],
    };

    public static ShopifyOperation<CollectionProductsVariables, CollectionProductsData> Products => field ??= new(
        GraphQLDocument.Load("Collections/CollectionProducts.graphql"),
        "CollectionProducts",
        ShopifyJson.Default.CollectionProductsVariables,
        ShopifyJson.Default.CollectionProductsData)
    {
        RequiredScopes = ["read_products"],
    };
}
