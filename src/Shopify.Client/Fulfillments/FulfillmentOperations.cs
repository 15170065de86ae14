namespace Shopify.Client;

internal static class FulfillmentOperations
{
    public static ShopifyOperation<OrderFulfillmentsVariables, OrderFulfillmentsData> OfOrder => field ??= new(
        GraphQLDocument.Load("Fulfillments/OrderFulfillments.graphql"),
        "OrderFulfillments",
        ShopifyJson.Default.OrderFulfillmentsVariables,
        ShopifyJson.Default.OrderFulfillmentsData)
    {
        RequiredScopes = ["read_orders"],
    };
}
