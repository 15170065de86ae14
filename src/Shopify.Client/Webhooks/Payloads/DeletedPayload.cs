using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>Something is gone (<c>…/delete</c>): the body names it and says no more.</summary>
public sealed class DeletedPayload : ShopifyWebhookPayload
{
    internal DeletedPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The numeric id of what was deleted.</summary>
    public long? Id => Json.Long("id");

    /// <summary>Its GID, where Shopify gives one.</summary>
    public string? AdminGraphqlApiId => Json.Text("admin_graphql_api_id");
}
