namespace Shopify.Emulator.Webhooks;

/// <summary>Names and scopes of webhook topics.</summary>
internal static class WebhookTopics
{
    /// <summary>Header form to enum form: <c>orders/create</c> to <c>ORDERS_CREATE</c>.</summary>
    public static string ToEnum(string topic) => topic.Replace('/', '_').Replace('.', '_').ToUpperInvariant();

    /// <summary>Scope that a subscription to the topic needs; null when none.</summary>
    public static string? ScopeOf(string topic) => topic switch
    {
        _ when Starts(topic, "PRODUCTS_", "VARIANTS_", "COLLECTIONS_", "COLLECTION_LISTINGS_") => "read_products",
        _ when Starts(topic, "ORDERS_", "ORDER_TRANSACTIONS_", "CHECKOUTS_", "CARTS_", "REFUNDS_") => "read_orders",
        _ when Starts(topic, "FULFILLMENTS_", "FULFILLMENT_EVENTS_") => "read_fulfillments",
        _ when Starts(topic, "INVENTORY_") => "read_inventory",
        _ when Starts(topic, "DISCOUNTS_") => "read_discounts",
        _ when Starts(topic, "DRAFT_ORDERS_") => "read_draft_orders",
        _ when Starts(topic, "CUSTOMERS_", "CUSTOMER_") => "read_customers",
        _ when Starts(topic, "LOCALES_") => "read_locales",
        _ when Starts(topic, "MARKETS_") => "read_markets",
        _ when Starts(topic, "THEMES_") => "read_themes",
        _ when Starts(topic, "LOCATIONS_") => "read_locations",
        _ => null,
    };

    private static bool Starts(string topic, params ReadOnlySpan<string> prefixes)
    {
        foreach (var prefix in prefixes)
            if (topic.StartsWith(prefix, StringComparison.Ordinal)) return true;
        return false;
    }
}
