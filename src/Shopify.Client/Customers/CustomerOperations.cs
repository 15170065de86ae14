namespace Shopify.Client;

internal static class CustomerOperations
{
    public static ShopifyOperation<CustomerByPhoneVariables, CustomerByPhoneData> ByPhone => field ??= new(
        GraphQLDocument.Load("Customers/CustomerByPhone.graphql"),
        "CustomerByPhone",
        ShopifyJson.Default.CustomerByPhoneVariables,
        ShopifyJson.Default.CustomerByPhoneData)
    {
        RequiredScopes = ["read_customers", "read_orders"],
    };
}
