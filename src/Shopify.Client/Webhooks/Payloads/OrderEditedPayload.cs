using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>An order was edited (<c>orders/edited</c>): read it again for its new lines.</summary>
public sealed class OrderEditedPayload : ShopifyWebhookPayload
{
    internal OrderEditedPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The numeric id of the edit.</summary>
    public long? Id => Json.Member("order_edit").Long("id");

    /// <summary>The numeric id of the order.</summary>
    public long? OrderId => Json.Member("order_edit").Long("order_id");

    /// <summary>When it was edited.</summary>
    public DateTimeOffset? CreatedAt => Json.Member("order_edit").Time("created_at");
}
