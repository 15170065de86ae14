using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>Stock at one location (<c>inventory_levels/update</c>). Frequent.</summary>
public sealed class InventoryLevelPayload : ShopifyWebhookPayload
{
    internal InventoryLevelPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The numeric id of the inventory item; a variant has one.</summary>
    public long? InventoryItemId => Json.Long("inventory_item_id");

    /// <summary>The numeric id of the location.</summary>
    public long? LocationId => Json.Long("location_id");

    /// <summary>How many may be sold there; null when it is not tracked.</summary>
    public int? Available => Json.Int("available");

    /// <summary>The GID of the inventory level.</summary>
    public string? AdminGraphqlApiId => Json.Text("admin_graphql_api_id");

    /// <summary>When it changed.</summary>
    public DateTimeOffset? UpdatedAt => Json.Time("updated_at");
}
