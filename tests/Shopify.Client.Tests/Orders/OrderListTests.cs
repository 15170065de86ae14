using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Orders;

public sealed class OrderListTests
{
    private const string Node = """
        {"id":"gid://shopify/Order/1","name":"#1001","processedAt":"2026-11-20T10:00:01Z","cancelledAt":null,"displayFinancialStatus":null,"displayFulfillmentStatus":"FULFILLED",
         "currentTotalPriceSet":{"presentmentMoney":{"amount":"39.9","currencyCode":"EUR"}},"customAttributes":[],
         "fulfillments":[{"displayStatus":"DELIVERED","trackingInfo":[{"company":null,"number":"1","url":"https://track.example/1"}]},null]}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetOrdersByPhone_AsksForTheCustomer_ThenForTheOrders()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub
            .Answers("""{"data":{"customerByIdentifier":{"id":"gid://shopify/Customer/3","state":"ENABLED","tags":[],"numberOfOrders":"12"}}}""")
            .Answers($$$$$$"""{"data":{"customer":{"orders":{"nodes":[{{{{{{Node}}}}}}],"pageInfo":{"hasNextPage":false,"endCursor":"c"}}}}}""");

        var page = await fixture.Admin.GetOrdersByPhoneAsync("4917012345678", 5, Token);

        var order = Assert.Single(page.Items);
        Assert.Equal("#1001", order.Name);
        Assert.Null(order.DisplayFinancialStatus);
        Assert.Equal(FulfillmentDisplayStatus.Delivered, Assert.Single(order.Fulfillments).DisplayStatus);
        Assert.Equal("+4917012345678", fixture.Stub.Requests[0].Variables.GetProperty("phone").GetString());
        Assert.Equal("""{"customerId":"gid://shopify/Customer/3","first":5}""", fixture.Stub.Requests[1].Variables.GetRawText());
    }

    [Fact]
    public async Task GetOrdersByPhone_NobodyHasIt_IsEmpty()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""{"data":{"customerByIdentifier":null}}""");

        Assert.Empty((await fixture.Admin.GetOrdersByPhoneAsync("+4917012345678", cancellationToken: Token)).Items);
        Assert.Single(fixture.Stub.Requests);
    }

    [Fact]
    public async Task GetOrdersByName_AlikeNames_AreLeftOut()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers($$$$$$"""{"data":{"orders":{"nodes":[{{{{{{Node}}}}}},{{{{{{Node.Replace("#1001", "#10011", StringComparison.Ordinal)}}}}}}],"pageInfo":{"hasNextPage":false,"endCursor":null}}}}""");

        var orders = await fixture.Admin.GetOrdersByNameAsync(" 1001 ", Token);

        Assert.Equal("#1001", Assert.Single(orders).Name);
        Assert.Equal("""{"query":"name:1001","first":10}""", fixture.Stub.Requests[0].Variables.GetRawText());
    }

    [Fact]
    public async Task GetOrdersByName_SearchSyntax_StaysAName()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""{"data":{"orders":{"nodes":[],"pageInfo":{"hasNextPage":false,"endCursor":null}}}}""");

        Assert.Empty(await fixture.Admin.GetOrdersByNameAsync("#1001\" OR email:*", Token));

        Assert.Equal("name:\"#1001\\\" OR email:*\"", fixture.Stub.Requests[0].Variables.GetProperty("query").GetString());
    }

    [Fact]
    public async Task FindOrders_NoCondition_SendsNothing()
    {
        await using var fixture = await ClientFixture.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => fixture.Admin.FindOrdersAsync(ShopifySearch.Everything, cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => fixture.Admin.FindOrdersAsync(ShopifySearch.Field("tag", "x"), 251, cancellationToken: Token));
        Assert.Empty(fixture.Stub.Requests);
    }
}
