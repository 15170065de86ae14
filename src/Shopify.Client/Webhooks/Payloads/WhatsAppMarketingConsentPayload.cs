using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>A customer's consent to WhatsApp marketing changed (<c>customers_whats_app_marketing_consent/update</c>). Its shape is new: members may be missing, read the customer again.</summary>
public sealed class WhatsAppMarketingConsentPayload : ShopifyWebhookPayload
{
    internal WhatsAppMarketingConsentPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The numeric id of the customer.</summary>
    public long? Id => Json.Long("id");

    /// <summary>The numeric id of the customer, under its longer name.</summary>
    public long? CustomerId => Json.Long("customer_id");

    /// <summary>The GID of the customer, as GraphQL knows it.</summary>
    public string? AdminGraphqlApiId => Json.Text("admin_graphql_api_id");

    /// <summary>The phone number.</summary>
    public string? Phone => Json.Text("phone");

    /// <summary>Such as <c>subscribed</c> or <c>unsubscribed</c>; an open set.</summary>
    public string? State => Json.Member("whats_app_marketing_consent").Text("state");

    /// <summary>When it changed.</summary>
    public DateTimeOffset? ConsentUpdatedAt => Json.Member("whats_app_marketing_consent").Time("consent_updated_at");
}
