using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>Compliance: erase a customer (<c>customers/redact</c>), within 30 days.</summary>
/// <seealso href="https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance"/>
public sealed class CustomersRedactPayload : ShopifyWebhookPayload
{
    internal CustomersRedactPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The numeric shop id.</summary>
    public long? ShopId => Json.Long("shop_id");

    /// <summary>The permanent domain.</summary>
    public string? ShopDomain => Json.Text("shop_domain");

    /// <summary>Whom; id, mail and phone may each be missing, so match by phone and by id.</summary>
    public PayloadCustomer? Customer => field ??= Json.View("customer", static item => new PayloadCustomer(item));

    /// <summary>The numeric ids of the orders to erase.</summary>
    public IReadOnlyList<long> OrdersToRedact => field ??= Json.Longs("orders_to_redact");
}
