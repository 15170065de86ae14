using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Shopify.Client.Webhooks;

namespace Shopify.Client.Tests.Webhooks;

public sealed class ShopifyWebhookPayloadTests
{
    private const string Order = """
        {"id":5001,"admin_graphql_api_id":"gid://shopify/Order/5001","name":"#1001","order_number":1001,
         "created_at":"2026-11-22T12:00:00+01:00","currency":"EUR","presentment_currency":"EUR",
         "total_price":"25.00","current_total_price":"25.00","financial_status":"paid","fulfillment_status":null,
         "cart_token":"Z2Nw","checkout_token":"a1b2","source_name":"web","phone":"+491701234567","email":null,
         "note":null,"note_attributes":[{"name":"chat_ref","value":"c_42"}],"tags":"wa-chat, vip",
         "customer":{"id":7001,"phone":"+491701234567","first_name":"A","last_name":"B"},
         "line_items":[{"id":9001,"variant_id":48540157378793,"product_id":8001,"title":"Hoodie","quantity":2,"price":"12.50","properties":[]}]}
        """;

    private const string Fulfillment = """
        {"id":3001,"order_id":5001,"status":"success","shipment_status":"in_transit","tracking_company":"DHL","tracking_number":"JJD0001",
         "tracking_numbers":["JJD0001"],"tracking_url":"https://dhl.example/1","tracking_urls":["https://dhl.example/1"],"name":"#1001-F1","line_items":[{"id":9001,"quantity":2}]}
        """;

    private const string Product = """
        {"id":8001,"admin_graphql_api_id":"gid://shopify/Product/8001","handle":"hoodie","title":"Hoodie","body_html":"<p>Warm</p>","vendor":"Lumen","status":"active","tags":"a, b",
         "variants":[{"id":1,"product_id":8001,"price":"12.50","compare_at_price":null,"inventory_item_id":2,"inventory_quantity":3}],
         "variant_gids":[{"admin_graphql_api_id":"gid://shopify/ProductVariant/1","updated_at":"2026-11-22T12:00:00.123456789Z"}]}
        """;

    private const string DataRequest = """
        {"shop_id":954889,"shop_domain":"demo-shop.myshopify.com","orders_requested":[299938,280263],
         "customer":{"id":191167,"email":"a@b.example","phone":"+491701234567"},"data_request":{"id":9999}}
        """;

    /// <summary>The topics of the reference with a body of each shape.</summary>
    public static TheoryData<string, Type, string> Topics => new()
    {
        { "app/uninstalled", typeof(ShopPayload), """{"id":954889,"name":"Demo","domain":"demo.example","myshopify_domain":"demo-shop.myshopify.com","currency":"EUR"}""" },
        { "shop/update", typeof(ShopPayload), """{"id":954889,"name":"Demo","currency":"EUR"}""" },
        { "app/scopes_update", typeof(ScopesUpdatedPayload), """{"id":4001,"previous":["read_products"],"current":["read_products","read_orders"],"updated_at":"2026-11-22T12:00:00.000Z"}""" },
        { "app_subscriptions/update", typeof(AppSubscriptionPayload), """{"app_subscription":{"admin_graphql_api_id":"gid://shopify/AppSubscription/1","name":"Pro","status":"ACTIVE","capped_amount":"20.0"}}""" },
        { "bulk_operations/finish", typeof(BulkOperationPayload), """{"admin_graphql_api_id":"gid://shopify/BulkOperation/147","completed_at":"2026-11-22T12:05:00Z","error_code":null,"status":"completed","type":"query"}""" },
        { "products/create", typeof(ProductPayload), Product },
        { "products/update", typeof(ProductPayload), Product },
        { "products/delete", typeof(DeletedPayload), """{"id":8001}""" },
        { "variants/in_stock", typeof(VariantPayload), """{"id":1,"product_id":8001,"price":"12.50"}""" },
        { "variants/out_of_stock", typeof(VariantPayload), """{"id":1,"product_id":8001,"inventory_quantity":0}""" },
        { "inventory_levels/update", typeof(InventoryLevelPayload), """{"inventory_item_id":53620196245810,"location_id":655441491,"available":3,"updated_at":"2026-11-22T12:00:00+01:00"}""" },
        { "collections/create", typeof(CollectionPayload), """{"id":6001,"handle":"lamps","title":"Lamps","published_at":null}""" },
        { "collections/update", typeof(CollectionPayload), """{"id":6001,"handle":"lamps","title":"Lamps"}""" },
        { "collections/delete", typeof(DeletedPayload), """{"id":6001}""" },
        { "discounts/create", typeof(DiscountPayload), """{"admin_graphql_api_id":"gid://shopify/DiscountCodeNode/1","title":"SAVE10","status":"ACTIVE"}""" },
        { "discounts/update", typeof(DiscountPayload), """{"admin_graphql_api_id":"gid://shopify/DiscountCodeNode/1","title":"SAVE10"}""" },
        { "discounts/delete", typeof(DiscountPayload), """{"admin_graphql_api_id":"gid://shopify/DiscountCodeNode/1"}""" },
        { "orders/create", typeof(OrderPayload), Order },
        { "orders/paid", typeof(OrderPayload), Order },
        { "orders/updated", typeof(OrderPayload), Order },
        { "orders/cancelled", typeof(OrderPayload), Order },
        { "orders/fulfilled", typeof(OrderPayload), Order },
        { "orders/partially_fulfilled", typeof(OrderPayload), Order },
        { "orders/edited", typeof(OrderEditedPayload), """{"order_edit":{"id":1,"order_id":5001,"created_at":"2026-11-22T12:00:00+01:00"}}""" },
        { "fulfillments/create", typeof(FulfillmentPayload), Fulfillment },
        { "fulfillments/update", typeof(FulfillmentPayload), Fulfillment },
        { "fulfillment_events/create", typeof(FulfillmentEventPayload), """{"id":1,"fulfillment_id":3001,"order_id":5001,"status":"delivered","happened_at":"2026-11-22T12:00:00+01:00"}""" },
        { "checkouts/create", typeof(CheckoutPayload), """{"id":1,"token":"t","cart_token":"c","abandoned_checkout_url":"https://demo.example/1","note_attributes":[{"name":"chat_ref","value":"c_42"}],"completed_at":null}""" },
        { "checkouts/update", typeof(CheckoutPayload), """{"id":1,"token":"t"}""" },
        { "checkouts/delete", typeof(DeletedPayload), """{"id":1}""" },
        { "draft_orders/update", typeof(DraftOrderPayload), """{"id":1,"name":"#D7","status":"completed","order_id":5001}""" },
        { "draft_orders/delete", typeof(DeletedPayload), """{"id":1}""" },
        { "customers/update", typeof(CustomerPayload), """{"id":7001,"phone":"+491701234567"}""" },
        { "customers/delete", typeof(DeletedPayload), """{"id":7001}""" },
        { "customers/merge", typeof(CustomerMergedPayload), """{"admin_graphql_api_customer_kept_id":"gid://shopify/Customer/1","admin_graphql_api_customer_deleted_id":"gid://shopify/Customer/2","status":"completed"}""" },
        { "customers_whats_app_marketing_consent/update", typeof(WhatsAppMarketingConsentPayload), """{"id":7001,"phone":"+491701234567","whats_app_marketing_consent":{"state":"subscribed"}}""" },
        { "locales/update", typeof(LocalesPayload), """{"locales":["de","en"],"primary_locale":"de"}""" },
        { "markets/update", typeof(MarketPayload), """{"id":1,"name":"EU"}""" },
        { "customers/data_request", typeof(CustomersDataRequestPayload), DataRequest },
        { "customers/redact", typeof(CustomersRedactPayload), """{"shop_id":954889,"shop_domain":"demo-shop.myshopify.com","customer":{"id":191167},"orders_to_redact":[299938]}""" },
        { "shop/redact", typeof(ShopRedactPayload), """{"shop_id":954889,"shop_domain":"demo-shop.myshopify.com"}""" },
        { "carts/create", typeof(UnknownPayload), """{"id":"c"}""" },
        { "something/new", typeof(UnknownPayload), """{"id":1}""" },
    };

    [Theory]
    [MemberData(nameof(Topics))]
    public void Read_KnownTopic_GivesItsViewAndKeepsTheJson(string topic, Type view, string body)
    {
        var payload = Read(topic, body);

        Assert.IsType(view, payload);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(payload.Json.GetRawText())));
        Assert.Equal(view.Name, payload.ToString());
    }

    [Fact]
    public void Read_Order_GivesItsMembers()
    {
        var order = Assert.IsType<OrderPayload>(Read("orders/paid", Order));

        Assert.Equal((5001, "#1001", 25.00m, "EUR", "paid"), (order.Id, order.Name, order.TotalPrice, order.Currency, order.FinancialStatus));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(1)), order.CreatedAt);
        Assert.Equal(["wa-chat", "vip"], order.Tags);
        Assert.Equal(("chat_ref", "c_42"), (order.NoteAttributes[0].Name, order.NoteAttributes[0].Value));
        Assert.Equal((48540157378793, 2, 12.50m), (order.LineItems[0].VariantId, order.LineItems[0].Quantity, order.LineItems[0].Price));
        Assert.Equal(7001, order.Customer?.Id);
        Assert.Null(order.FulfillmentStatus);
        Assert.Empty(order.Fulfillments);
    }

    [Fact]
    public void Read_OthersWithParts_GiveThem()
    {
        var product = Assert.IsType<ProductPayload>(Read("products/update", Product));
        Assert.Equal((12.50m, null, 3), (product.Variants[0].Price, product.Variants[0].CompareAtPrice, product.Variants[0].InventoryQuantity));
        Assert.Equal(["gid://shopify/ProductVariant/1"], product.VariantGids);

        var parcel = Assert.IsType<FulfillmentPayload>(Read("fulfillments/update", Fulfillment));
        Assert.Equal(("DHL", "in_transit"), (parcel.TrackingCompany, parcel.ShipmentStatus));
        Assert.Equal(["https://dhl.example/1"], parcel.TrackingUrls);

        var request = Assert.IsType<CustomersDataRequestPayload>(Read("customers/data_request", DataRequest));
        Assert.Equal((954889, 9999, 191167), (request.ShopId, request.DataRequestId, request.Customer?.Id));
        Assert.Equal([299938, 280263], request.OrdersRequested);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("{\"id\":1} trailing")]
    [InlineData("{\"id\":")]
    public void Read_NotAnObject_IsUnknown(string body) => Assert.IsType<UnknownPayload>(Read("orders/paid", body));

    [Theory]
    [MemberData(nameof(Topics))]
    public void Read_MembersMissingOrOfAnotherKind_CountAsAbsent(string topic, Type view, string body)
    {
        foreach (var wrong in new[] { "null", "true", "\"\\ud800\"", "[]", "[null,1,\"x\",{}]", "{}", "1e400", "-1.5", "\"2026-13-45\"" })
        {
            var json = JsonNode.Parse(body)!.AsObject();
            foreach (var name in json.Select(member => member.Key).ToList())
                json[name] = JsonNode.Parse("0");
            var text = json.ToJsonString().Replace(":0", ":" + wrong, StringComparison.Ordinal);

            var payload = Read(topic, text);

            Assert.IsType(view, payload);
            Touch(payload);
        }

        Touch(Read(topic, "{}"));
    }

    [Fact]
    public void DeduplicationKey_IsTheDeliverysIdOrWhatItSays()
    {
        var named = Delivery("5b0e", "{}");
        Assert.Equal("demo-shop.myshopify.com:5b0e", named.DeduplicationKey);

        Assert.Equal(Delivery(null, "{}").DeduplicationKey, Delivery(null, "{}").DeduplicationKey);
        Assert.NotEqual(Delivery(null, "{}").DeduplicationKey, Delivery(null, "{ }").DeduplicationKey);
        Assert.NotEqual(Delivery(null, "{}").DeduplicationKey, Delivery(null, "{}", "orders/create").DeduplicationKey);
    }

    [Theory]
    [InlineData("orders/paid", "ORDERS_PAID")]
    [InlineData("customers_whats_app_marketing_consent/update", "CUSTOMERS_WHATS_APP_MARKETING_CONSENT_UPDATE")]
    [InlineData("APP_UNINSTALLED", "APP_UNINSTALLED")]
    public void ToGraphQL_Topic_IsTheEnumsSpelling(string topic, string expected) => Assert.Equal(expected, ShopifyTopics.ToGraphQL(topic));

    private static ShopifyWebhookPayload Read(string topic, string body) => ShopifyWebhookPayload.Read(topic, Encoding.UTF8.GetBytes(body));

    private static ShopifyWebhook Delivery(string? id, string body, string topic = "orders/paid") => new()
    {
        Topic = topic,
        ShopDomain = ShopDomain.Parse("demo-shop.myshopify.com"),
        WebhookId = id,
        TriggeredAt = DateTimeOffset.UnixEpoch,
        Body = Encoding.UTF8.GetBytes(body),
    };

    /// <summary>Reads every property, and those of every part.</summary>
    private static void Touch(object view)
    {
        foreach (var property in view.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.Name != "Json"))
        {
            var value = property.GetValue(view);
            if (value is System.Collections.IEnumerable and not string)
            {
                foreach (var part in (System.Collections.IEnumerable)value)
                    TouchPart(part);
            }
            else
            {
                TouchPart(value);
            }
        }

        static void TouchPart(object? part)
        {
            if (part?.GetType().Namespace == typeof(ShopifyWebhook).Namespace)
                Touch(part!);
        }
    }
}
