using System.Text.Json.Serialization.Metadata;

namespace Shopify.Client;

internal static class DraftOrderOperations
{
    public static ShopifyOperation<DraftOrderIdVariables, DraftOrderGetData> Get => field ??= new(
        GraphQLDocument.Load("DraftOrders/DraftOrderGet.graphql"),
        "DraftOrderGet",
        ShopifyJson.Default.DraftOrderIdVariables,
        ShopifyJson.Default.DraftOrderGetData)
    {
        RequiredScopes = ["read_draft_orders", "read_orders"],
    };

    // It changes nothing, though it is a mutation to Shopify.
    public static ShopifyOperation<DraftOrderInputVariables, DraftOrderCalculateData> Calculate { get; } = Mutation(
        "DraftOrderCalculate", ShopifyJson.Default.DraftOrderInputVariables, ShopifyJson.Default.DraftOrderCalculateData, ["write_draft_orders"], isIdempotent: true);

    public static ShopifyOperation<DraftOrderInputVariables, DraftOrderCreateData> Create { get; } = Mutation(
        "DraftOrderCreate", ShopifyJson.Default.DraftOrderInputVariables, ShopifyJson.Default.DraftOrderCreateData, ["write_draft_orders", "read_orders"]);

    public static ShopifyOperation<DraftOrderUpdateVariables, DraftOrderUpdateData> Update { get; } = Mutation(
        "DraftOrderUpdate", ShopifyJson.Default.DraftOrderUpdateVariables, ShopifyJson.Default.DraftOrderUpdateData, ["write_draft_orders", "read_orders"], isIdempotent: true);

    public static ShopifyOperation<DraftOrderInvoiceSendVariables, DraftOrderInvoiceSendData> InvoiceSend { get; } = Mutation(
        "DraftOrderInvoiceSend", ShopifyJson.Default.DraftOrderInvoiceSendVariables, ShopifyJson.Default.DraftOrderInvoiceSendData, ["write_draft_orders", "read_orders"]);

    public static ShopifyOperation<DraftOrderIdVariables, DraftOrderDeleteData> Delete { get; } = Mutation(
        "DraftOrderDelete", ShopifyJson.Default.DraftOrderIdVariables, ShopifyJson.Default.DraftOrderDeleteData, ["write_draft_orders"]);

    private static ShopifyOperation<TVariables, TData> Mutation<TVariables, TData>(
        string name, JsonTypeInfo<TVariables> variables, JsonTypeInfo<TData> data, IReadOnlyList<string> scopes, bool isIdempotent = false) =>
        new(GraphQLDocument.Load($"DraftOrders/{name}.graphql"), name, variables, data, isMutation: true)
        {
            IsIdempotent = isIdempotent,
            RequiredScopes = scopes,
        };
}
