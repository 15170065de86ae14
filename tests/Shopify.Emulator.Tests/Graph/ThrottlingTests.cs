namespace Shopify.Emulator.Tests.Graph;

/// <summary>Cost, throttling, versions and access scopes.</summary>
public sealed class ThrottlingTests
{
    private const string Page = "{ products(first: 50) { nodes { id } } }";

    [Fact]
    public async Task Every_answer_tells_cost_and_bucket()
    {
        await using var f = await ShopFixture.StartAsync();
        var cost = (await f.AdminAsync(Page))["extensions"]!["cost"]!;
        Assert.Equal(15, (int)cost["requestedQueryCost"]!);
        Assert.InRange((int)cost["actualQueryCost"]!, 1, 15);
        Assert.Equal(2000, (double)cost["throttleStatus"]!["maximumAvailable"]!);
        Assert.Equal(100, (double)cost["throttleStatus"]!["restoreRate"]!);
        Assert.Equal(2000 - (int)cost["actualQueryCost"]!, (double)cost["throttleStatus"]!["currentlyAvailable"]!);
    }

    [Fact]
    public async Task Empty_bucket_throttles_until_enough_has_flown_back()
    {
        await using var f = await ShopFixture.StartAsync();
        f.Shop.DrainCostBucket(5);
        using var response = await f.PostAdminAsync(Page);
        Assert.Equal(200, (int)response.StatusCode);
        var throttled = await ShopFixture.ReadAsync(response);
        Assert.Equal("Throttled", (string?)throttled["errors"]![0]!["message"]);
        Assert.Equal("THROTTLED", (string?)throttled["errors"]![0]!["extensions"]!["code"]);
        Assert.Null(throttled["extensions"]!["cost"]!["actualQueryCost"]);
        Assert.Equal(5, (double)throttled["extensions"]!["cost"]!["throttleStatus"]!["currentlyAvailable"]!);
        f.Time.Advance(TimeSpan.FromMilliseconds(99));
        Assert.NotNull((await f.AdminAsync(Page))["errors"]);
        f.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null((await f.AdminAsync(Page))["errors"]);
    }

    [Fact]
    public async Task A_query_over_a_thousand_points_never_runs()
    {
        await using var f = await ShopFixture.StartAsync();
        var answer = await f.AdminAsync("{ products(first: 250) { nodes { id variants(first: 250) { nodes { id } } } } }");
        Assert.Equal("MAX_COST_EXCEEDED", (string?)answer["errors"]![0]!["extensions"]!["code"]);
        Assert.Equal(1000, (int)answer["errors"]![0]!["extensions"]!["maxCost"]!);
    }

    [Fact]
    public async Task A_simple_mutation_costs_ten()
    {
        await using var f = await ShopFixture.StartAsync();
        var answer = await f.AdminAsync("""mutation { webhookSubscriptionDelete(id: "gid://shopify/WebhookSubscription/1") { userErrors { message } } }""");
        Assert.Equal(10, (int)answer["extensions"]!["cost"]!["requestedQueryCost"]!);
    }

    [Theory]
    [InlineData("2026-10", "2026-10")]
    [InlineData("2026-07", "2026-07")]
    [InlineData("2024-04", "2026-01")]
    public async Task The_served_version_is_in_the_headers(string asked, string served)
    {
        await using var f = await ShopFixture.StartAsync();
        using var response = await f.PostAdminAsync("{ shop { id } }", version: asked);
        Assert.Equal(served, response.Headers.GetValues("X-Shopify-API-Version").Single());
        Assert.True(Guid.TryParse(response.Headers.GetValues("X-Request-Id").Single(), out _));
    }

    [Fact]
    public async Task Without_the_scope_a_root_is_denied()
    {
        await using var f = await ShopFixture.StartAsync();
        var token = f.Shop.IssueAccessToken("read_orders");
        var answer = await f.AdminAsync("{ products(first: 1) { nodes { id } } }", token: token);
        var error = answer["errors"]![0]!;
        Assert.Equal("ACCESS_DENIED", (string?)error["extensions"]!["code"]);
        Assert.Equal("Access denied for products field. Required access: `read_products` access scope.", (string?)error["message"]);
        Assert.Equal(["products"], error["path"]!.AsArray().Select(p => (string?)p));
    }

    [Fact]
    public async Task Write_scope_implies_the_read_scope()
    {
        await using var f = await ShopFixture.StartAsync();
        var token = f.Shop.IssueAccessToken("write_products");
        Assert.Null((await f.AdminAsync("{ products(first: 1) { nodes { id } } }", token: token))["errors"]);
    }

    [Fact]
    public async Task A_denied_nullable_field_leaves_the_rest_of_the_data()
    {
        await using var f = await ShopFixture.StartAsync();
        var answer = await f.StorefrontAsync("""{ product(handle: "morning-mug") { title totalInventory } }""", token: f.Shop.IssueAccessToken("unauthenticated_read_product_listings"));
        Assert.Equal("Morning Mug", (string?)answer["data"]!["product"]!["title"]);
        Assert.Null(answer["data"]!["product"]!["totalInventory"]);
        Assert.Equal("ACCESS_DENIED", (string?)answer["errors"]![0]!["extensions"]!["code"]);
    }
}
