using System.Text.Json;
using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.GraphQL;

public sealed class RequestTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Admin_call_carries_the_version_in_its_path_and_the_token_in_its_header()
    {
        await using var fixture = await ClientFixture.StartAsync(static options => options.ApiVersion = "2026-07");
        fixture.Stub.Answers(Answers.Shop);

        await fixture.Admin.GetShopAsync(Token);

        var request = Assert.Single(fixture.Stub.Requests);
        Assert.Equal("/admin/api/2026-07/graphql.json", request.Path);
        Assert.Equal(ClientFixture.Token, request.Header("X-Shopify-Access-Token"));
        Assert.Null(request.Header("Shopify-Storefront-Private-Token"));
        Assert.Equal("application/json", request.Header("Content-Type"));
        Assert.StartsWith("Shopify.Client/", request.Header("User-Agent"), StringComparison.Ordinal);
        Assert.Equal("ShopInfo", request.Json.GetProperty("operationName").GetString());
        Assert.StartsWith("query ShopInfo", request.Json.GetProperty("query").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storefront_call_carries_the_same_token_as_private_token()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(Answers.CartCreated);

        await fixture.Storefront.CreateCartAsync(new CartInput { Lines = [new("gid://shopify/ProductVariant/9", 2)] }, Token);

        var request = Assert.Single(fixture.Stub.Requests);
        Assert.Equal("/api/2026-10/graphql.json", request.Path);
        Assert.Equal(ClientFixture.Token, request.Header("Shopify-Storefront-Private-Token"));
        Assert.Null(request.Header("X-Shopify-Access-Token"));
    }

    [Fact]
    public async Task Base_url_may_hold_the_shop()
    {
        await using var fixture = await ClientFixture.StartAsync(static options => options.BaseUrl += "/shops/{shop}/");
        fixture.Stub.Answers(Answers.Shop);

        await fixture.Admin.GetShopAsync(Token);

        Assert.Equal("/shops/demo-shop.myshopify.com/admin/api/2026-10/graphql.json", Assert.Single(fixture.Stub.Requests).Path);
    }

    [Fact]
    public async Task Two_shops_at_once_never_exchange_their_tokens()
    {
        await using var fixture = await ClientFixture.StartAsync(static options => options.BaseUrl += "/{shop}");
        var shops = Enumerable.Range(0, 40).Select(static number => new ShopifyShop(ShopDomain.Parse($"shop-{number}"), $"shpat_{number}")).ToArray();
        for (var call = 0; call < shops.Length; call++)
            fixture.Stub.Answers(Answers.Shop);

        await Task.WhenAll(shops.Select(shop => fixture.Client.Admin(shop).GetShopAsync(Token)));

        Assert.All(fixture.Stub.Requests, static request =>
            Assert.Equal("shpat_" + request.Path.Split('/')[1]["shop-".Length..^".myshopify.com".Length], request.Header("X-Shopify-Access-Token")));
    }

    [Fact]
    public async Task Operation_of_ones_own_sends_its_variables_as_variables()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""{"data":{"productTags":{"nodes":["a"]}},"extensions":{"cost":{"requestedQueryCost":3.5,"actualQueryCost":2}}}""",
            200, ("X-Shopify-API-Version", "2026-07"), ("X-Request-Id", "r-2"));
        var operation = new ShopifyOperation<JsonElement, JsonElement>(
            "query Tags($first: Int!) { productTags(first: $first) { nodes } }", "Tags", RawJson.Default.JsonElement, RawJson.Default.JsonElement);

        var answer = await fixture.Admin.ExecuteAsync(operation, JsonElement.Parse("""{"first":5,"evil":"\"} }"}"""), Token);

        Assert.Equal(5, Assert.Single(fixture.Stub.Requests).Variables.GetProperty("first").GetInt32());
        Assert.Equal(operation.Document, fixture.Stub.Requests[0].Json.GetProperty("query").GetString());
        Assert.Equal(3.5, answer.RequestedCost);
        Assert.Equal(2, answer.ActualCost);
        Assert.Null(answer.Throttle);
        Assert.Equal("2026-07", answer.ApiVersionServed);
        Assert.Equal("r-2", answer.RequestId);
    }

    [Fact]
    public async Task Ignored_search_filters_are_reported()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""
            {"data":{},"extensions":{"search":[{"path":["products"],"query":"emial:x",
              "warnings":[{"field":"emial","message":"Invalid search field for this query.","code":"invalid_field"},7]},"x"]}}
            """);
        var operation = new ShopifyOperation<JsonElement, JsonElement>("query Q { shop { id } }", "Q", RawJson.Default.JsonElement, RawJson.Default.JsonElement);

        var answer = await fixture.Admin.ExecuteAsync(operation, JsonElement.Parse("{}"), Token);

        Assert.Equal(new SearchWarning("emial", "invalid_field", "Invalid search field for this query."), Assert.Single(answer.SearchWarnings));
    }

    [Fact]
    public void Operation_name_that_is_not_in_the_document_is_refused() =>
        Assert.Throws<ArgumentException>(() => new ShopifyOperation<JsonElement, JsonElement>(
            "query A { shop { id } }", "B", RawJson.Default.JsonElement, RawJson.Default.JsonElement));
}
