using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Orders;

public sealed class OrderTests
{
    private const string Gid = "gid://shopify/Order/1";

    private const string Detail = """
        {"data":{"order":{"id":"gid://shopify/Order/1","legacyResourceId":"450789469","name":"#1001","confirmationNumber":null,
          "createdAt":"2026-11-20T10:00:00Z","processedAt":"2026-11-20T10:00:01Z","cancelledAt":null,"cancelReason":null,"test":false,
          "sourceName":"web","cartToken":"abc","checkoutToken":null,"note":"","customAttributes":[{"key":"chat_ref","value":"c_42"},{"key":"empty","value":null}],
          "tags":["wa-chat"],"displayFinancialStatus":"PAID","displayFulfillmentStatus":"TELEPORTED","returnStatus":"NO_RETURN",
          "currencyCode":"USD","presentmentCurrencyCode":"EUR",
          "currentTotalPriceSet":{"shopMoney":{"amount":"43.2","currencyCode":"USD"},"presentmentMoney":{"amount":"39.9","currencyCode":"EUR"}},
          "currentSubtotalPriceSet":{"presentmentMoney":{"amount":"35.0","currencyCode":"EUR"}},"totalShippingPriceSet":{"presentmentMoney":{"amount":"4.9","currencyCode":"EUR"}},
          "currentTotalTaxSet":null,"currentTotalDiscountsSet":{"presentmentMoney":{"amount":"0.0","currencyCode":"EUR"}},"discountCodes":["SAVE10"],
          "lineItems":{"nodes":[{"id":"gid://shopify/LineItem/5","title":"Hoodie","variantTitle":"M","sku":"","quantity":2,"currentQuantity":1,"unfulfilledQuantity":1,
            "discountedUnitPriceSet":{"presentmentMoney":{"amount":"17.5","currencyCode":"EUR"}},"image":null,"variant":null,"product":null,"customAttributes":[]}],
           "pageInfo":{"hasNextPage":true}},
          "fulfillments":[{"id":"gid://shopify/Fulfillment/7","name":"#1001-F1","status":"SUCCESS","displayStatus":"IN_TRANSIT","createdAt":"2026-11-21T08:00:00Z",
            "estimatedDeliveryAt":"2026-11-24T18:00:00Z","deliveredAt":null,"trackingInfo":[{"company":"DHL","number":"JJD1","url":null}],
            "events":{"nodes":[{"status":"IN_TRANSIT","happenedAt":"2026-11-21T20:00:00Z","message":null,"city":"Leipzig","country":"DE","estimatedDeliveryAt":null}]},
            "fulfillmentLineItems":{"nodes":[{"quantity":1,"lineItem":{"id":"gid://shopify/LineItem/5","title":"Hoodie"}}]}}]}}}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetOrder_GivesStatesAmountsLinesAndParcels()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(Detail);

        var order = await fixture.Admin.GetOrderAsync(Gid, Token);

        Assert.NotNull(order);
        Assert.Equal("""{"id":"gid://shopify/Order/1"}""", fixture.Stub.Requests[0].Variables.GetRawText());
        Assert.Equal(450789469, order.LegacyResourceId);
        Assert.Equal(OrderDisplayFinancialStatus.Paid, order.DisplayFinancialStatus);
        Assert.Equal(new OrderDisplayFulfillmentStatus("TELEPORTED"), order.DisplayFulfillmentStatus);
        Assert.Null(order.CancelReason);
        Assert.Null(order.Note);
        Assert.Equal([new("chat_ref", "c_42"), new("empty", "")], order.CustomAttributes);
        Assert.Equal(new MoneyV2(39.9m, "EUR"), order.CurrentTotalPrice);
        Assert.Equal(new MoneyV2(43.2m, "USD"), order.CurrentTotalPriceInShopCurrency);
        Assert.Null(order.CurrentTotalTax);
        Assert.True(order.HasMoreLineItems);
        var line = Assert.Single(order.LineItems);
        Assert.Equal((2, 1, 1), (line.Quantity, line.CurrentQuantity, line.UnfulfilledQuantity));
        Assert.Null(line.VariantId);
        var parcel = Assert.Single(order.Fulfillments);
        Assert.Equal(FulfillmentDisplayStatus.InTransit, parcel.DisplayStatus);
        Assert.Equal(new TrackingInfo("DHL", "JJD1", null), Assert.Single(parcel.TrackingInfo));
        Assert.Equal("Leipzig", Assert.Single(parcel.Events).City);
        Assert.Equal(new FulfillmentLine("gid://shopify/LineItem/5", "Hoodie", 1), Assert.Single(parcel.LineItems));
    }

    [Theory]
    [InlineData("""{"data":{"order":null}}""")]
    [InlineData("""{"data":{"order":null},"errors":[{"message":"Invalid id","path":["order"],"extensions":{"code":"RESOURCE_NOT_FOUND"}}]}""")]
    public async Task GetOrder_UnknownOrOfAnotherType_IsNull(string json)
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(json);

        Assert.Null(await fixture.Admin.GetOrderAsync(Gid, Token));
    }

    [Fact]
    public async Task GetOrder_AllDenied_Throws()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""{"data":{"order":null},"errors":[{"message":"Access denied for order field.","path":["order"],"extensions":{"code":"ACCESS_DENIED"}}]}""");

        var failure = await Assert.ThrowsAsync<ShopifyGraphQLException>(() => fixture.Admin.GetOrderAsync(Gid, Token));

        Assert.Equal("ACCESS_DENIED", Assert.Single(failure.Errors).Code);
    }

    [Fact]
    public async Task GetOrderContact_SomeFieldsDenied_GivesTheOthers()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""
            {"data":{"order":{"id":"gid://shopify/Order/1","statusPageUrl":"https://demo.example/orders/key","phone":"+15550100","email":null,"customer":null,"shippingAddress":null}},
             "errors":[{"message":"Access denied for email field.","path":["order","email"],"extensions":{"code":"ACCESS_DENIED"}},
                       {"message":"Access denied for customer field.","path":["order","customer"],"extensions":{"code":"ACCESS_DENIED"}}]}
            """);

        var contact = await fixture.Admin.GetOrderContactAsync(Gid, Token);

        Assert.Equal("https://demo.example/orders/key", contact?.StatusPageUrl);
        Assert.Equal("+15550100", contact?.Phone);
        Assert.Null(contact?.Email);
        Assert.Null(contact?.CustomerId);
        Assert.DoesNotContain("15550100", contact!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetOrderContact_OtherErrorBesideData_Throws()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""
            {"data":{"order":{"id":"gid://shopify/Order/1"}},"errors":[{"message":"Field broke","path":["order","phone"],"extensions":{"code":"BAD_REQUEST"}}]}
            """);

        Assert.True((await Assert.ThrowsAsync<ShopifyGraphQLException>(() => fixture.Admin.GetOrderContactAsync(Gid, Token))).HasPartialData);
    }

    [Fact]
    public async Task GetFulfillments_NothingSentYet_IsEmpty()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""{"data":{"order":{"fulfillments":[]}}}""").Answers("""{"data":{"order":null}}""");

        Assert.Empty((await fixture.Admin.GetFulfillmentsAsync(Gid, Token))!);
        Assert.Null(await fixture.Admin.GetFulfillmentsAsync(Gid, Token));
    }
}
