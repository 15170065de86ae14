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

    public static ShopifyOperation<WhatsAppConsentVariables, WhatsAppConsentData> WhatsAppConsent { get; } = new(
        GraphQLDocument.Load("Customers/WhatsAppConsentSet.graphql"),
        "WhatsAppConsentSet",
        ShopifyJson.Default.WhatsAppConsentVariables,
        ShopifyJson.Default.WhatsAppConsentData,
        isMutation: true)
    {
        IsIdempotent = true,
        RequiredScopes = ["write_customers"],
    };
}
