using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Webhooks;

/// <summary>The webhook topics that <see cref="ShopifyEvents"/> does something about: subscribe to these and no others.</summary>
/// <seealso href="https://shopify.dev/docs/api/webhooks/latest"/>
public static class HandledTopics
{
    /// <summary>The topics subscribed to by API after each installation, spelled as in the header, such as <c>orders/paid</c>.</summary>
    public static IReadOnlyList<string> Subscribed { get; } =
    [
        "app/uninstalled",
        "app/scopes_update",
        "shop/update",
        "products/create",
        "products/update",
        "products/delete",
        "variants/in_stock",
        "variants/out_of_stock",
        "inventory_levels/update",
        "collections/create",
        "collections/update",
        "collections/delete",
        "bulk_operations/finish",
        "orders/create",
        "orders/paid",
        "fulfillments/create",
        "fulfillments/update",
    ];

    /// <summary>The topics that can be set only in <c>shopify.app.toml</c>.</summary>
    public static IReadOnlyList<string> Compliance => ShopifyTopics.Compliance;

    /// <summary>Every topic handled.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Subscribed, .. ShopifyTopics.Compliance];

    /// <summary>The access scope without which Shopify refuses a subscription.</summary>
    /// <param name="topic">A topic, spelled as in the header.</param>
    /// <returns>The scope; null when the topic needs none.</returns>
    public static string? RequiredScope(string topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return topic.Split('/')[0] switch
        {
            "products" or "variants" or "collections" => "read_products",
            "inventory_levels" => "read_inventory",
            "orders" => "read_orders",
            "fulfillments" => "read_fulfillments",
            _ => null,
        };
    }
}
