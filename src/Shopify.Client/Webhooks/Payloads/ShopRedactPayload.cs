using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>Compliance: erase a shop (<c>shop/redact</c>), sent 48 hours after it uninstalled the app. Check first that it has not come back.</summary>
/// <seealso href="https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance"/>
public sealed class ShopRedactPayload : ShopifyWebhookPayload
{
    internal ShopRedactPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The numeric shop id.</summary>
    public long? ShopId => Json.Long("shop_id");

    /// <summary>The permanent domain.</summary>
    public string? ShopDomain => Json.Text("shop_domain");
}
