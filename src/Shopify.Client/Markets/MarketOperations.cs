namespace Shopify.Client;

internal static class MarketOperations
{
    public static ShopifyOperation<NoVariables, SfCountriesData> Countries => field ??= new(
        GraphQLDocument.Load("Storefront/SfCountries.graphql"), "SfCountries", ShopifyJson.Default.NoVariables, ShopifyJson.Default.SfCountriesData);

    public static ShopifyOperation<ProductPricesVariables, ProductPricesData> Prices => field ??= new(
        GraphQLDocument.Load("Markets/ProductPrices.graphql"), "ProductPrices", ShopifyJson.Default.ProductPricesVariables, ShopifyJson.Default.ProductPricesData)
    {
        RequiredScopes = ["read_products"],
    };
}
