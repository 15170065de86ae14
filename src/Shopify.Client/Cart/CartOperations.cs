namespace Shopify.Client;

internal static class CartOperations
{
    public static ShopifyOperation<CartCreateVariables, CartCreateData> Create { get; } = new(
        GraphQLDocument.Load("Storefront/CartCreate.graphql"),
        "CartCreate",
        ShopifyJson.Default.CartCreateVariables,
        ShopifyJson.Default.CartCreateData,
        isMutation: true);
}
