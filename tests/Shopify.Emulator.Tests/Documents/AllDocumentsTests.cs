using System.Text.Json.Nodes;

namespace Shopify.Emulator.Tests.Documents;

/// <summary>Every document a shopping bot needs runs, fits the schema, and its answers agree with each other.</summary>
public sealed class AllDocumentsTests
{
    [Fact]
    public async Task All_documents_run_and_give_data_that_fits_the_schema_and_agrees_with_itself()
    {
        await using var s = new Scenario(await ShopFixture.StartAsync());
        await ChangeAsync(s);
        await ReadAsync(s);
        var agreement = new Agreement();
        foreach (var name in Queries) agreement.Add(name, s.Answers[name]);
        Assert.Empty(agreement.Conflicts);
        Assert.InRange(agreement.Count, 1000, int.MaxValue);
        AssertSums(s);
        await s.RunAsync("AppSelfUninstall");
        // The bulk text runs inside BulkRun; every other document has an answer of its own.
        Assert.Equal(DocumentFile.All.Select(static d => d.Name).Order(), s.Answers.Keys.Append("BulkCatalog").Order());
        Assert.Equal(65, DocumentFile.All.Count);
        Assert.Equal(401, (int)(await s.Shop.PostAdminAsync("{ shop { id } }")).StatusCode);
    }

    [Fact]
    public async Task Two_shops_share_nothing()
    {
        await using var s = new Scenario(await ShopFixture.StartAsync());
        await s.BuyAsync();
        await s.AbandonAsync();
        var other = s.Shop.Emulator.AddShop("other-shop.myshopify.com");
        var foreign = s.Shop.Token;
        Assert.Equal(401, (int)(await s.Shop.PostToAsync(other, "{ shop { id } }", foreign)).StatusCode);
        s.Shop.Token = other.IssueAccessToken(ShopFixture.AllScopes);
        foreach (var (root, id) in new[] { ("order", s.OrderId), ("customer", $"gid://shopify/Customer/{s.Shop.Shop.Orders[0].CustomerId}") })
        {
            var answer = await ShopFixture.ReadAsync(await s.Shop.PostToAsync(other, $"{{ {root}(id: \"{id}\") {{ id }} }}", s.Shop.Token));
            Assert.Null(answer["data"]![root]);
            Assert.Null(answer["errors"]);
        }

        var lists = await ShopFixture.ReadAsync(await s.Shop.PostToAsync(other,
            "{ orders(first: 5) { nodes { id } } customers(first: 5) { nodes { id } } abandonedCheckouts(first: 5) { nodes { id } } draftOrders(first: 5) { nodes { id } } }", s.Shop.Token));
        Assert.All(lists["data"]!.AsObject(), static list => Assert.Empty(list.Value!["nodes"]!.AsArray()));
    }

    private static readonly string[] Queries =
    [
        "ShopInfo", "ShopPolicies", "ProductsPage", "ProductDetail", "VariantsOfProduct", "VariantsByIds", "InventoryByVariant", "CollectionsPage", "CollectionProducts",
        "CollectionByHandle", "DiscountByCode", "ActiveCodeDiscounts", "OrderDetail", "OrderContact", "CustomerByPhone", "OrdersOfCustomer", "OrdersSearch", "CustomerSearch",
        "DraftOrderGet", "AbandonedCheckouts", "MetafieldsRead", "SfSearchProducts", "SfPredictive", "SfProduct", "SfRecommendations", "SfCollection", "CartGet",
    ];

    private static async Task ChangeAsync(Scenario s)
    {
        var order = await s.BuyAsync();
        s.Shop.Shop.Fulfill(order.Id, "DHL", "JJD000123", "https://track.example.com/JJD000123", new Dictionary<long, int> { [order.Lines[0].Id] = 1 });
        s.Shop.Shop.ReportFulfillmentEvent(s.Shop.Shop.Orders[0].Fulfillments[0].Id, "IN_TRANSIT", "On its way");
        await s.AbandonAsync();
        await s.RunAsync("OrderTag", new { id = s.OrderId, tags = new[] { "wa-chat" } });
        await s.RunAsync("CustomerUpsert", new
        {
            identifier = new { phone = Scenario.Phone }, input = new { phone = Scenario.Phone, firstName = "Ida", lastName = "Berg", locale = "de", tags = new[] { "wa-chat" } },
        });
        var customerId = $"gid://shopify/Customer/{order.CustomerId}";
        await s.RunAsync("WhatsAppConsentSet", new
        {
            input = new { customerId, whatsAppMarketingConsent = new { state = "SUBSCRIBED", optInLevel = "SINGLE_OPT_IN", updatedAt = "2026-11-22T11:00:00Z" } },
        });
        await s.RunAsync("SmsConsentSet", new { input = new { customerId, smsMarketingConsent = new { marketingState = "UNSUBSCRIBED" } } });
        await s.RunAsync("MetafieldsSet", new
        {
            metafields = new[] { new { ownerId = s.ProductId("morning-mug"), @namespace = "custom", key = "care", type = "single_line_text_field", value = "Dishwasher safe" } },
        });
        await DraftsAsync(s);
        await WebhooksAsync(s);
        await CartAsync(s);
        await TokensAsync(s);
        await s.RunAsync("AppSubscriptionCreate", new
        {
            name = "Pro", returnUrl = "https://app.example.com/billing", trialDays = 7, test = true,
            lineItems = new[] { new { plan = new { appRecurringPricingDetails = new { price = new { amount = "19.00", currencyCode = "EUR" }, interval = "EVERY_30_DAYS" } } } },
        });
        var charge = s.Shop.Shop.Billing.All.Single();
        s.Shop.Shop.Billing.Decide(charge.Id, charge.Key, accepts: true);
        await s.RunAsync("RevokeScopes", new { scopes = new[] { "read_files" } });
        var bulk = (await s.RunAsync("BulkRun", new { query = DocumentFile.Of("BulkCatalog").Text }))["bulkOperationRunQuery"]!["bulkOperation"]!;
        await BulkOperations.BulkTests.WaitAsync(s.Shop, (string)bulk["id"]!);
        await s.RunAsync("BulkGet", new { id = (string?)bulk["id"] });
        s.Shop.Shop.HoldsBulkOperations = true;
        var held = (await s.RunAsync("BulkRun", new { query = DocumentFile.Of("BulkCatalog").Text }))["bulkOperationRunQuery"]!["bulkOperation"]!;
        await s.RunAsync("BulkCancel", new { id = (string?)held["id"] });
    }

    private static async Task DraftsAsync(Scenario s)
    {
        var input = new
        {
            lineItems = new object[]
            {
                new { variantId = s.Variant("pebble-vase"), quantity = 2, customAttributes = new[] { new { key = "gift", value = "yes" } } },
                new { title = "Engraving", quantity = 1, originalUnitPriceWithCurrency = new { amount = "7.50", currencyCode = "EUR" } },
            },
            phone = Scenario.Phone, email = "ida@example.com", note = "WhatsApp order", tags = new[] { "wa-chat" },
            customAttributes = new[] { new { key = "chat_ref", value = "c_43" } }, discountCodes = new[] { "WELCOME10" },
            acceptAutomaticDiscounts = true, allowDiscountCodesInCheckout = true, presentmentCurrencyCode = "EUR",
            shippingAddress = new { firstName = "Ida", lastName = "Berg", address1 = "Elbchaussee 5", city = "Hamburg", zip = "22765", countryCode = "DE" },
        };
        await s.RunAsync("DraftOrderCalculate", new { input });
        var id = (string?)(await s.RunAsync("DraftOrderCreate", new { input }))["draftOrderCreate"]!["draftOrder"]!["id"];
        await s.RunAsync("DraftOrderUpdate", new { id, input = new { note = "Changed" } });
        await s.RunAsync("DraftOrderInvoiceSend", new { id });
        await s.RunAsync("DraftOrderGet", new { id });
        var other = (string?)(await s.RunAsync("DraftOrderCreate", new { input }))["draftOrderCreate"]!["draftOrder"]!["id"];
        await s.RunAsync("DraftOrderDelete", new { id = other });
    }

    private static async Task WebhooksAsync(Scenario s)
    {
        var id = (string?)(await s.RunAsync("WebhookCreate", new { topic = "ORDERS_CREATE", sub = new { uri = "https://hooks.example.com/a", format = "JSON", name = "orders-create" } }))
            ["webhookSubscriptionCreate"]!["webhookSubscription"]!["id"];
        await s.RunAsync("WebhookUpdate", new { id, sub = new { uri = "https://hooks.example.com/b" } });
        await s.RunAsync("WebhookList", new { first = 10 });
        await s.RunAsync("WebhookDelete", new { id });
    }

    private static async Task CartAsync(Scenario s)
    {
        var cart = (await s.RunAsync("CartCreate", new { input = new { lines = new[] { new { merchandiseId = s.Variant("morning-mug"), quantity = 1 } } } }))["cartCreate"]!["cart"]!;
        var cartId = (string?)cart["id"];
        await s.RunAsync("CartLinesAdd", new { cartId, lines = new[] { new { merchandiseId = s.Variant("coupe-plate"), quantity = 2 } } });
        await s.RunAsync("CartLinesUpdate", new { cartId, lines = new[] { new { id = (string?)cart["lines"]!["nodes"]![0]!["id"], quantity = 3 } } });
        await s.RunAsync("CartDiscounts", new { cartId, codes = new[] { "welcome10" } });
        await s.RunAsync("CartBuyer", new { cartId, buyer = new { countryCode = "DE", phone = Scenario.Phone } });
        await s.RunAsync("CartAttributes", new { cartId, attributes = new[] { new { key = "chat_ref", value = "c_44" } } });
        await s.RunAsync("CartNote", new { cartId, note = "Fragile" });
        var lines = (await s.RunAsync("CartGet", new { id = cartId }))["cart"]!["lines"]!["nodes"]!.AsArray();
        Assert.Equal([3, 2], lines.Select(static l => (int)l!["quantity"]!));
        await s.RunAsync("CartLinesRemove", new { cartId, lineIds = new[] { (string?)lines[1]!["id"] } });
        await s.RunAsync("CartGet", new { id = cartId });
    }

    private static async Task TokensAsync(Scenario s)
    {
        var id = (string?)(await s.RunAsync("StorefrontTokenCreate", new { title = "web" }))["storefrontAccessTokenCreate"]!["storefrontAccessToken"]!["id"];
        await s.RunAsync("StorefrontTokenList");
        await s.RunAsync("StorefrontTokenDelete", new { id });
        await s.RunAsync("DelegateTokenCreate", new { scopes = new[] { "read_products" }, expiresIn = 60 });
    }

    private static async Task ReadAsync(Scenario s)
    {
        foreach (var name in new[] { "ShopInfo", "ShopPolicies", "ApiHealth", "Localisation", "AppBillingState", "SfLocalization" }) await s.RunAsync(name);
        await s.RunAsync("ProductsPage", new { first = 50, query = "status:active published_status:published", country = "DE" });
        await s.RunAsync("ProductDetail", new { identifier = new { handle = "morning-mug" }, locale = "de", country = "DE" });
        await s.RunAsync("VariantsOfProduct", new { productId = s.ProductId("morning-mug") });
        await s.RunAsync("VariantsByIds", new { ids = s.Shop.Product("morning-mug").Variants.Select(ShopFixture.VariantGid), country = "DE" });
        await s.RunAsync("InventoryByVariant", new { variantId = s.Variant("morning-mug") });
        var shelf = (await s.RunAsync("CollectionsPage", new { first = 20 }))["collections"]!["nodes"]!.AsArray().First(static c => (string?)c!["handle"] == "kitchen-and-table")!;
        await s.RunAsync("CollectionProducts", new { id = (string?)shelf["id"], first = 20 });
        await s.RunAsync("CollectionByHandle", new { handle = "kitchen-and-table" });
        await s.RunAsync("DiscountByCode", new { code = "welcome10" });
        await s.RunAsync("ActiveCodeDiscounts", new { first = 10 });
        await s.RunAsync("OrderDetail", new { id = s.OrderId });
        await s.RunAsync("OrderContact", new { id = s.OrderId });
        var customer = (await s.RunAsync("CustomerByPhone", new { phone = Scenario.Phone }))["customerByIdentifier"]!;
        await s.RunAsync("OrdersOfCustomer", new { customerId = (string?)customer["id"], first = 10 });
        await s.RunAsync("OrdersSearch", new { query = "name:#1001", first = 10 });
        await s.RunAsync("CustomerSearch", new { query = $"phone:{Scenario.Phone}" });
        await s.RunAsync("AbandonedCheckouts", new { first = 10, query = "recovery_state:not_recovered created_at:>='2026-11-20T00:00:00Z'" });
        await s.RunAsync("MetafieldsRead", new { productId = s.ProductId("morning-mug"), keys = new[] { "custom.care" } });
        await s.RunAsync("Translations", new { resourceId = s.ProductId("morning-mug"), locale = "de" });
        await s.RunAsync("SfSearchProducts", new { query = "mug", first = 10 });
        await s.RunAsync("SfPredictive", new { query = "mu" });
        await s.RunAsync("SfProduct", new { handle = "morning-mug" });
        await s.RunAsync("SfRecommendations", new { productId = s.ProductId("morning-mug") });
        await s.RunAsync("SfCollection", new { handle = "kitchen-and-table", first = 20 });
    }

    private static void AssertSums(Scenario s)
    {
        var order = s.Answers["OrderDetail"]["order"]!;
        var lines = order["lineItems"]!["nodes"]!.AsArray();
        var goods = lines.Sum(static l => (int)l!["quantity"]! * Amount(l["discountedUnitPriceSet"]!));
        Assert.Equal(goods - Amount(order["currentTotalDiscountsSet"]!), Amount(order["currentSubtotalPriceSet"]!));
        Assert.Equal(Amount(order["currentSubtotalPriceSet"]!) + Amount(order["totalShippingPriceSet"]!), Amount(order["currentTotalPriceSet"]!));
        Assert.Equal("PARTIALLY_FULFILLED", (string?)order["displayFulfillmentStatus"]);
        Assert.Equal(["WELCOME10"], order["discountCodes"]!.AsArray().Select(static c => (string?)c));
        var customer = s.Answers["CustomerByPhone"]["customerByIdentifier"]!;
        Assert.Equal("1", (string?)customer["numberOfOrders"]);
        Assert.Equal((string?)order["currentTotalPriceSet"]!["shopMoney"]!["amount"], (string?)customer["amountSpent"]!["amount"]);
        Assert.Equal((string?)order["id"], (string?)customer["lastOrder"]!["id"]);
        // Every amount of a buyer in Germany is in euro; only the list of markets names other currencies.
        foreach (var currency in s.Answers.Where(static a => a.Key != "Localisation").SelectMany(static a => Find(a.Value, "currencyCode"))) Assert.Equal("EUR", currency);
        var product = s.Answers["ProductDetail"]["product"]!;
        var values = product["options"]!.AsArray().ToDictionary(static o => (string)o!["name"]!, static o => o!["optionValues"]!.AsArray().Select(static v => (string)v!["name"]!).ToHashSet());
        Assert.All(product["variants"]!["nodes"]!.AsArray(), v => Assert.All(v!["selectedOptions"]!.AsArray(), o => Assert.Contains((string)o!["value"]!, values[(string)o["name"]!])));
        var prices = product["variants"]!["nodes"]!.AsArray().Select(static v => decimal.Parse((string)v!["price"]!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var listed = s.Answers["ProductsPage"]["products"]!["nodes"]!.AsArray().Single(static p => (string?)p!["handle"] == "morning-mug")!;
        Assert.Equal(prices.Min(), Number(listed["priceRangeV2"]!["minVariantPrice"]!));
        Assert.Equal(prices.Max(), Number(listed["priceRangeV2"]!["maxVariantPrice"]!));
        var sold = s.Answers["SfProduct"]["product"]!["variants"]!["nodes"]!.AsArray();
        Assert.Equal(prices, sold.Select(static v => Number(v!["price"]!)));
    }

    private static decimal Amount(JsonNode set) => Number(set["presentmentMoney"]!);

    private static decimal Number(JsonNode money) => decimal.Parse((string)money["amount"]!, System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Find(JsonNode? node, string name) => node switch
    {
        JsonArray list => list.SelectMany(item => Find(item, name)),
        JsonObject map => map.SelectMany(p => p.Key == name && p.Value is JsonValue v ? [(string)v!] : Find(p.Value, name)),
        _ => [],
    };
}
