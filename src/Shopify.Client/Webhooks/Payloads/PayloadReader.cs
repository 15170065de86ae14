using System.Text.Json;

namespace Shopify.Client.Webhooks;

/// <summary>Topic to view.</summary>
internal static class PayloadReader
{
    public static ShopifyWebhookPayload Read(string topic, ReadOnlySpan<byte> body)
    {
        var json = Parse(body);
        return json.ValueKind == JsonValueKind.Object ? View(topic, json) : new UnknownPayload(json);
    }

    private static ShopifyWebhookPayload View(string topic, JsonElement json) => topic switch
    {
        "app/uninstalled" or "shop/update" => new ShopPayload(json),
        "app/scopes_update" => new ScopesUpdatedPayload(json),
        "app_subscriptions/update" => new AppSubscriptionPayload(json),
        "bulk_operations/finish" => new BulkOperationPayload(json),
        "products/create" or "products/update" => new ProductPayload(json),
        "variants/in_stock" or "variants/out_of_stock" => new VariantPayload(json),
        "inventory_levels/update" => new InventoryLevelPayload(json),
        "collections/create" or "collections/update" => new CollectionPayload(json),
        "discounts/create" or "discounts/update" or "discounts/delete" => new DiscountPayload(json),
        "orders/create" or "orders/paid" or "orders/updated" or "orders/cancelled" or "orders/fulfilled" or "orders/partially_fulfilled" => new OrderPayload(json),
        "orders/edited" => new OrderEditedPayload(json),
        "fulfillments/create" or "fulfillments/update" => new FulfillmentPayload(json),
        "fulfillment_events/create" => new FulfillmentEventPayload(json),
        "checkouts/create" or "checkouts/update" => new CheckoutPayload(json),
        "draft_orders/create" or "draft_orders/update" => new DraftOrderPayload(json),
        "customers/create" or "customers/update" => new CustomerPayload(json),
        "customers/merge" => new CustomerMergedPayload(json),
        "customers_whats_app_marketing_consent/update" => new WhatsAppMarketingConsentPayload(json),
        "locales/create" or "locales/update" => new LocalesPayload(json),
        "markets/create" or "markets/update" => new MarketPayload(json),
        "customers/data_request" => new CustomersDataRequestPayload(json),
        "customers/redact" => new CustomersRedactPayload(json),
        "shop/redact" => new ShopRedactPayload(json),
        "products/delete" or "collections/delete" or "checkouts/delete" or "draft_orders/delete" or "customers/delete" or "orders/delete" or "markets/delete" =>
            new DeletedPayload(json),
        _ => new UnknownPayload(json),
    };

    private static JsonElement Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            var json = JsonElement.ParseValue(ref reader);
            return reader.Read() ? default : json;
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
