namespace Shopify.Client;

internal static class ProductOperations
{
    public static ShopifyOperation<ProductsPageVariables, ProductsPageData> Page => field ??= new(
        GraphQLDocument.Load("Products/ProductsPage.graphql"),
        "ProductsPage",
        ShopifyJson.Default.ProductsPageVariables,
        ShopifyJson.Default.ProductsPageData)
    {
        RequiredScopes = ["read_products"],
    };

    public static ShopifyOperation<ProductDetailVariables, ProductDetailData> Detail => field ??= new(
        GraphQLDocument.Load("Products/ProductDetail.graphql"),
        "ProductDetail",
        ShopifyJson.Default.ProductDetailVariables,
        ShopifyJson.Default.ProductDetailData)
    {
        RequiredScopes = ["read_products"],
    };

    public static ShopifyOperation<VariantsOfProductVariables, VariantsOfProductData> Variants => field ??= new(
        GraphQLDocument.Load("Products/VariantsOfProduct.graphql"),
        "VariantsOfProduct",
        ShopifyJson.Default.VariantsOfProductVariables,
        ShopifyJson.Default.VariantsOfProductData)
    {
        RequiredScopes = ["read_products"],
    };
}
