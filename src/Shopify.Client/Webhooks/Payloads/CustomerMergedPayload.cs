using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>Two customers became one (<c>customers/merge</c>).</summary>
public sealed class CustomerMergedPayload : ShopifyWebhookPayload
{
    internal CustomerMergedPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The GID of the customer who stays.</summary>
    public string? KeptGid => Json.Text("admin_graphql_api_customer_kept_id");

    /// <summary>The GID of the customer who is gone.</summary>
    public string? DeletedGid => Json.Text("admin_graphql_api_customer_deleted_id");

    /// <summary>Such as <c>completed</c> or <c>failed</c>; an open set.</summary>
    public string? Status => Json.Text("status");
}
