namespace Shopify.Client;

internal static class WebhookOperations
{
    public static ShopifyOperation<WebhookListVariables, WebhookListData> List => field ??= new(
        GraphQLDocument.Load("Webhooks/WebhookList.graphql"),
        "WebhookList",
        ShopifyJson.Default.WebhookListVariables,
        ShopifyJson.Default.WebhookListData);

    // Idempotent: a second run answers "already been taken", which counts as success.
    public static ShopifyOperation<WebhookCreateVariables, WebhookCreateData> Create => field ??= new(
        GraphQLDocument.Load("Webhooks/WebhookCreate.graphql"),
        "WebhookCreate",
        ShopifyJson.Default.WebhookCreateVariables,
        ShopifyJson.Default.WebhookCreateData,
        isMutation: true)
    {
        IsIdempotent = true,
    };

    public static ShopifyOperation<WebhookUpdateVariables, WebhookUpdateData> Update => field ??= new(
        GraphQLDocument.Load("Webhooks/WebhookUpdate.graphql"),
        "WebhookUpdate",
        ShopifyJson.Default.WebhookUpdateVariables,
        ShopifyJson.Default.WebhookUpdateData,
        isMutation: true)
    {
        IsIdempotent = true,
    };

    public static ShopifyOperation<WebhookDeleteVariables, WebhookDeleteData> Delete => field ??= new(
        GraphQLDocument.Load("Webhooks/WebhookDelete.graphql"),
        "WebhookDelete",
        ShopifyJson.Default.WebhookDeleteVariables,
        ShopifyJson.Default.WebhookDeleteData,
        isMutation: true);
}
