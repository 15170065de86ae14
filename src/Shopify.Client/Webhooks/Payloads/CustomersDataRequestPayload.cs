using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>Compliance: a customer asks what is stored (<c>customers/data_request</c>). Hand it to the merchant within 30 days.</summary>
/// <seealso href="https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance"/>
public sealed class CustomersDataRequestPayload : ShopifyWebhookPayload
{
    internal CustomersDataRequestPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The numeric shop id.</summary>
    public long? ShopId => Json.Long("shop_id");

    /// <summary>The permanent domain.</summary>
    public string? ShopDomain => Json.Text("shop_domain");

    /// <summary>Who asks; id, mail and phone may each be missing, so match by phone and by id.</summary>
    public PayloadCustomer? Customer => field ??= Json.View("customer", static item => new PayloadCustomer(item));

    /// <summary>The numeric ids of the orders meant.</summary>
    public IReadOnlyList<long> OrdersRequested => field ??= Json.Longs("orders_requested");

    /// <summary>The numeric id of the request.</summary>
    public long? DataRequestId => Json.Member("data_request").Long("id");
}
