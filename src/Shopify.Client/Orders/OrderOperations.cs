namespace Shopify.Client;

internal static class OrderOperations
{
    public static ShopifyOperation<OrderDetailVariables, OrderDetailData> Detail => field ??= new(
        GraphQLDocument.Load("Orders/OrderDetail.graphql"),
        "OrderDetail",
        ShopifyJson.Default.OrderDetailVariables,
        ShopifyJson.Default.OrderDetailData)
    {
        RequiredScopes = ["read_orders", "read_products"],
    };

    public static ShopifyOperation<OrderContactVariables, OrderContactData> Contact => field ??= new(
        GraphQLDocument.Load("Orders/OrderContact.graphql"),
        "OrderContact",
        ShopifyJson.Default.OrderContactVariables,
        ShopifyJson.Default.OrderContactData)
    {
        RequiredScopes = ["read_customers", "read_orders"],
    };

    public static ShopifyOperation<OrdersSearchVariables, OrdersSearchData> Search => field ??= new(
        GraphQLDocument.Load("Orders/OrdersSearch.graphql"),
        "OrdersSearch",
        ShopifyJson.Default.OrdersSearchVariables,
        ShopifyJson.Default.OrdersSearchData)
    {
        RequiredScopes = ["read_orders"],
    };

    public static ShopifyOperation<OrdersOfCustomerVariables, OrdersOfCustomerData> OfCustomer => field ??= new(
        GraphQLDocument.Load("Orders/OrdersOfCustomer.graphql"),
        "OrdersOfCustomer",
        ShopifyJson.Default.OrdersOfCustomerVariables,
        ShopifyJson.Default.OrdersOfCustomerData)
    {
        RequiredScopes = ["read_customers", "read_orders"],
    };

    public static ShopifyOperation<OrderTagVariables, OrderTagData> Tag { get; } = new(
        GraphQLDocument.Load("Orders/OrderTag.graphql"),
        "OrderTag",
        ShopifyJson.Default.OrderTagVariables,
        ShopifyJson.Default.OrderTagData,
        isMutation: true)
    {
        IsIdempotent = true,
    };

    public static ShopifyOperation<OrderCancelVariables, OrderCancelData> Cancel { get; } = new(
        GraphQLDocument.Load("Orders/OrderCancel.graphql"),
        "OrderCancel",
        ShopifyJson.Default.OrderCancelVariables,
        ShopifyJson.Default.OrderCancelData,
        isMutation: true)
    {
        RequiredScopes = ["write_orders"],
    };
}
