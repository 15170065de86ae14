namespace Shopify.Client;

internal static class WebhookOperations
{
    // Idempotent: a second run answers "already been taken", which counts as success.
    public static ShopifyOperation<WebhookCreateVariables, WebhookCreateData> Create { get; } = new(
        GraphQLDocument.Load("Webhooks/WebhookCreate.graphql"),
        "WebhookCreate",
        ShopifyJson.Default.WebhookCreateVariables,
        ShopifyJson.Default.WebhookCreateData,
        isMutation: true)
    {
        IsIdempotent = true,
    };
}
