using System.Text.Json.Nodes;

namespace Shopify.Emulator.Tests.Webhooks;

/// <summary>Creating, listing, changing and deleting subscriptions.</summary>
public sealed class SubscriptionTests
{
    private const string Create = """
        mutation Create($topic: WebhookSubscriptionTopic!, $sub: WebhookSubscriptionInput!) { result: webhookSubscriptionCreate(topic: $topic, webhookSubscription: $sub) {
          webhookSubscription { id legacyResourceId topic uri format filter name includeFields metafieldNamespaces apiVersion { handle supported } createdAt } userErrors { field message } } }
        """;

    [Fact]
    public async Task A_subscription_is_created_listed_changed_and_deleted()
    {
        await using var f = await ShopFixture.StartAsync();
        var made = (await CreateAsync(f, new { uri = " https://hooks.example.com/shopify ", format = "JSON", name = "orders-create", includeFields = new[] { "id" } }))["webhookSubscription"]!;
        var id = (string)made["id"]!;
        Assert.Equal("https://hooks.example.com/shopify", (string?)made["uri"]);
        Assert.Equal("2026-10", (string?)made["apiVersion"]!["handle"]);
        var list = await f.AdminDataAsync("""
            query List($topics: [WebhookSubscriptionTopic!], $uri: String) { webhookSubscriptions(first: 10, topics: $topics, uri: $uri) {
              nodes { id topic uri format filter name includeFields apiVersion { handle } createdAt updatedAt } pageInfo { hasNextPage endCursor } } }
            """, new { topics = new[] { "ORDERS_CREATE" }, uri = "https://hooks.example.com/shopify" });
        Assert.Equal(id, (string?)list["webhookSubscriptions"]!["nodes"]![0]!["id"]);
        var changed = await f.AdminDataAsync("""
            mutation Change($id: ID!, $sub: WebhookSubscriptionInput!) { webhookSubscriptionUpdate(id: $id, webhookSubscription: $sub) { webhookSubscription { id uri updatedAt } userErrors { field message } } }
            """, new { id, sub = new { uri = "https://other.example.com/" } });
        Assert.Equal("https://other.example.com/", (string?)changed["webhookSubscriptionUpdate"]!["webhookSubscription"]!["uri"]);
        Assert.Equal(id, (string?)(await DeleteAsync(f, id))["deletedWebhookSubscriptionId"]);
        var again = await DeleteAsync(f, id);
        Assert.Equal("Webhook subscription does not exist", (string?)again["userErrors"]![0]!["message"]);
        Assert.Empty(f.Shop.WebhookSubscriptions);
    }

    [Theory]
    [InlineData("http://hooks.example.com/", "Address protocol http:// is not supported")]
    [InlineData("https://localhost/hooks", "Address cannot be a Shopify or an internal domain")]
    [InlineData("https://demo-shop.myshopify.com/hooks", "Address cannot be a Shopify or an internal domain")]
    [InlineData("", "Address can't be blank")]
    [InlineData("not an address", "Address is invalid")]
    public async Task Bad_addresses_are_user_errors_on_callback_url(string uri, string message)
    {
        await using var f = await ShopFixture.StartAsync();
        var result = await CreateAsync(f, new { uri });
        Assert.Null(result["webhookSubscription"]);
        Assert.Equal(message, (string?)result["userErrors"]![0]!["message"]);
        Assert.Equal(["webhookSubscription", "callbackUrl"], result["userErrors"]![0]!["field"]!.AsArray().Select(x => (string?)x));
    }

    [Fact]
    public async Task Duplicates_names_and_filters_are_checked()
    {
        await using var f = await ShopFixture.StartAsync();
        const string Uri = "https://hooks.example.com/a";
        await CreateAsync(f, new { uri = Uri, name = "one" });
        Assert.Equal("Address for this topic has already been taken", Message(await CreateAsync(f, new { uri = Uri })));
        Assert.Null(Message(await CreateAsync(f, new { uri = Uri, filter = "total_price:>=10.00" })));
        Assert.Equal("Name already exists, no duplicate allowed", Message(await CreateAsync(f, new { uri = Uri + "b", name = "one" })));
        Assert.Equal("The specified filter is invalid, please ensure you specify the field(s) you wish to filter on.", Message(await CreateAsync(f, new { uri = Uri + "c", filter = "paid" })));
        Assert.NotNull(Message(await CreateAsync(f, new { uri = Uri + "d", name = "with blank" })));
    }

    [Fact]
    public async Task A_topic_needs_its_scope_and_compliance_topics_do_not_exist()
    {
        await using var f = await ShopFixture.StartAsync();
        var variables = new { topic = "ORDERS_CREATE", sub = new { uri = "https://hooks.example.com/" } };
        Assert.Equal("ACCESS_DENIED", (string?)(await f.AdminAsync(Create, variables, f.Shop.IssueAccessToken("read_products")))["errors"]![0]!["extensions"]!["code"]);
        Assert.Equal("INVALID_VARIABLE", (string?)(await f.AdminAsync(Create, new { topic = "SHOP_REDACT", variables.sub }, f.Shop.IssueAccessToken("read_products")))["errors"]![0]!["extensions"]!["code"]);
    }

    [Fact]
    public async Task Plain_user_error_has_no_code()
    {
        await using var f = await ShopFixture.StartAsync();
        var answer = await f.AdminAsync("""mutation { webhookSubscriptionDelete(id: "gid://shopify/WebhookSubscription/1") { userErrors { code } } }""");
        Assert.Equal("Field 'code' doesn't exist on type 'UserError'", (string?)answer["errors"]![0]!["message"]);
    }

    private static string? Message(JsonNode result) => result["userErrors"]!.AsArray() is [var error, ..] ? (string?)error!["message"] : null;

    private static async Task<JsonNode> CreateAsync(ShopFixture f, object sub) => (await f.AdminDataAsync(Create, new { topic = "ORDERS_CREATE", sub }))["result"]!;

    private static async Task<JsonNode> DeleteAsync(ShopFixture f, string id) => (await f.AdminDataAsync(
        "mutation Delete($id: ID!) { webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId userErrors { field message } } }", new { id }))["webhookSubscriptionDelete"]!;
}
