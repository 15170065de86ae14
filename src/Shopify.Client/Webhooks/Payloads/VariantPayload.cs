using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>A variant came into stock or went out of it (<c>variants/in_stock</c>, <c>variants/out_of_stock</c>).</summary>
public sealed class VariantPayload : ShopifyWebhookPayload
{
    internal VariantPayload(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The numeric id.</summary>
    public long? Id => Json.Long("id");

    /// <summary>The GID of the variant, as GraphQL knows it.</summary>
    public string? AdminGraphqlApiId => Json.Text("admin_graphql_api_id");

    /// <summary>The numeric id of its product.</summary>
    public long? ProductId => Json.Long("product_id");

    /// <summary>Such as <c>Black / L</c>.</summary>
    public string? Title => Json.Text("title");

    /// <summary>The merchant's stock number.</summary>
    public string? Sku => Json.Text("sku");

    /// <summary>The price in the shop's currency.</summary>
    public decimal? Price => Json.Decimal("price");

    /// <summary>The price before a sale; null without one.</summary>
    public decimal? CompareAtPrice => Json.Decimal("compare_at_price");

    /// <summary>The numeric id of its inventory item.</summary>
    public long? InventoryItemId => Json.Long("inventory_item_id");

    /// <summary>How many there are at all locations; null when the subscription leaves it out.</summary>
    public int? InventoryQuantity => Json.Int("inventory_quantity");

    /// <summary><c>deny</c> or <c>continue</c> when sold out.</summary>
    public string? InventoryPolicy => Json.Text("inventory_policy");

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedAt => Json.Time("updated_at");
}
