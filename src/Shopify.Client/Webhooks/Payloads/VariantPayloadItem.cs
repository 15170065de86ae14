using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>One variant inside a <see cref="ProductPayload"/>.</summary>
public sealed class VariantPayloadItem
{
    private readonly JsonElement _json;

    internal VariantPayloadItem(JsonElement json) => _json = json;

    /// <summary>The numeric id.</summary>
    public long? Id => _json.Long("id");

    /// <summary>The GID of the variant, as GraphQL knows it.</summary>
    public string? AdminGraphqlApiId => _json.Text("admin_graphql_api_id");

    /// <summary>The numeric id of its product.</summary>
    public long? ProductId => _json.Long("product_id");

    /// <summary>Such as <c>Black / L</c>.</summary>
    public string? Title => _json.Text("title");

    /// <summary>The merchant's stock number.</summary>
    public string? Sku => _json.Text("sku");

    /// <summary>The price in the shop's currency.</summary>
    public decimal? Price => _json.Decimal("price");

    /// <summary>The price before a sale; null without one.</summary>
    public decimal? CompareAtPrice => _json.Decimal("compare_at_price");

    /// <summary>The numeric id of its inventory item.</summary>
    public long? InventoryItemId => _json.Long("inventory_item_id");

    /// <summary>How many there are at all locations; null when the subscription leaves it out.</summary>
    public int? InventoryQuantity => _json.Int("inventory_quantity");

    /// <summary><c>deny</c> or <c>continue</c> when sold out.</summary>
    public string? InventoryPolicy => _json.Text("inventory_policy");

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedAt => _json.Time("updated_at");

    /// <summary>The kind only.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(VariantPayloadItem);
}
