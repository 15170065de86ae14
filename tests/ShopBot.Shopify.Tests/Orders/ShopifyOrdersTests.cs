using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Customers;
using ShopBot.Shopify.Tests.Support;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Orders;

namespace ShopBot.Shopify.Tests.Orders;

public sealed class ShopifyOrdersTests
{
    private const string Phone = "+4917012345678";
    private const string Nobody = """{"data":{"customerByIdentifier":null}}""";
    private const string Denied = """{"data":null,"errors":[{"message":"Access denied","extensions":{"code":"ACCESS_DENIED"}}]}""";
    private static readonly CustomerId Customer = CustomerId.New();
    private static readonly OrderBuyer Buyer = new(Customer, Phone);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetOrders_ByPhoneByReferenceAndKnown_AreOneListNewestFirst()
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("CustomerByPhone", """{"data":{"customerByIdentifier":{"id":"gid://shopify/Customer/3","state":"ENABLED","tags":[],"numberOfOrders":"2"}}}""");
        host.Always("OrdersOfCustomer", $$$"""{"data":{"customer":{"orders":{{{Page(Order(1, day: 20), Order(2, day: 22))}}} } } }""");
        host.Always("OrdersSearch", $$$"""{"data":{"orders":{{{Page(Order(2, day: 22), Order(3, day: 21, reference: Customer), Order(4, day: 23, reference: CustomerId.New()), Order(5, day: 24))}}} } }""");
        host.Always("OrderDetail", $$$"""{"data":{"order":{{{Detail(6, day: 19, reference: Customer)}}} } }""");

        var orders = await OrdersAsync(host, Buyer with { KnownOrderIds = ["gid://shopify/Order/6", "gid://shopify/Order/2"] });

        Assert.Equal(["#2", "#3", "#1", "#6"], orders.Select(static order => order.Name));
        Assert.Equal(1, host.CallsTo("OrderDetail"));
    }

    [Fact]
    public async Task GetOrders_WithoutApprovalForNumbers_StillFindsTheChatsOwn()
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("CustomerByPhone", Denied);
        host.Always("OrdersSearch", $$$"""{"data":{"orders":{{{Page(Order(3, reference: Customer), Order(5))}}} } }""");

        Assert.Equal("#3", Assert.Single(await OrdersAsync(host, Buyer)).Name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("12")]
    [InlineData("1234567890123456")]
    public async Task GetOrders_NumberThatCannotBeOne_IsNotAskedFor(string? phone)
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("OrdersSearch", $$$"""{"data":{"orders":{{{Page()}}} } }""");

        Assert.Empty(await OrdersAsync(host, new OrderBuyer(Customer, phone)));
        Assert.Equal(0, host.CallsTo("CustomerByPhone"));
    }

    [Fact]
    public async Task GetOrders_KnownIdOfSomebodyElse_IsNotShown()
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("CustomerByPhone", Nobody);
        host.Always("OrdersSearch", $$$"""{"data":{"orders":{{{Page()}}} } }""");
        host.Always("OrderDetail", $$$"""{"data":{"order":{{{Detail(6)}}} } }""");
        host.Always("OrderContact", """{"data":{"order":{"id":"gid://shopify/Order/6","phone":"+15550100","customer":null,"shippingAddress":null}}}""");

        Assert.Empty(await OrdersAsync(host, Buyer with { KnownOrderIds = ["gid://shopify/Order/6"] }));
    }

    [Theory]
    [InlineData("+4917012345678", null, null, true)]
    [InlineData(null, "+49 170 12345678", null, true)]
    [InlineData(null, null, "+49-170-12345678", true)]
    [InlineData("+4917012345679", "+15550100", null, false)]
    [InlineData("678", null, null, false)]
    [InlineData(null, null, null, false)]
    public async Task FindOrder_IsShownToTheNumberItNames(string? onOrder, string? ofCustomer, string? onParcel, bool shown)
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("OrdersSearch", $$$"""{"data":{"orders":{{{Page(Order(7))}}} } }""");
        host.Always("OrderContact", $$$"""
            {"data":{"order":{"id":"gid://shopify/Order/7","phone":{{{Text(onOrder)}}},
             "customer":{"id":"gid://shopify/Customer/1","displayName":"A","defaultPhoneNumber":{"phoneNumber":{{{Text(ofCustomer)}}} } },
             "shippingAddress":{"name":"A","phone":{{{Text(onParcel)}}},"city":"B","zip":"1","countryCodeV2":"DE"} } } }
            """);

        Assert.Equal(shown ? "#7" : null, (await FindAsync(host, Buyer, "#7"))?.Name);
    }

    [Theory]
    [InlineData("+525512345678", "+5215512345678")]
    [InlineData("+541112345678", "+5491112345678")]
    [InlineData("+551112345678", "+5511912345678")]
    public async Task FindOrder_BothFormsOfANumber_AreTheSame(string stored, string told)
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("OrdersSearch", $$$"""{"data":{"orders":{{{Page(Order(7))}}} } }""");
        host.Always("OrderContact", $$$"""{"data":{"order":{"id":"gid://shopify/Order/7","phone":"{{{stored}}}","customer":null,"shippingAddress":null} } }""");

        Assert.NotNull(await FindAsync(host, new OrderBuyer(Customer, told), "7"));
    }

    [Fact]
    public async Task FindOrder_WithTheChatsReference_NeedsNoNumber()
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("OrdersSearch", $$$"""{"data":{"orders":{{{Page(Order(7, reference: Customer))}}} } }""");

        Assert.NotNull(await FindAsync(host, new OrderBuyer(Customer, null), "#7"));
        Assert.Null(await FindAsync(host, new OrderBuyer(CustomerId.New(), null), "#7"));
        Assert.Equal(0, host.CallsTo("OrderContact"));
    }

    [Fact]
    public async Task FindOrder_ContactMayNotBeRead_IsNotShown()
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("OrdersSearch", $$$"""{"data":{"orders":{{{Page(Order(7))}}} } }""");
        host.Always("OrderContact", Denied);

        Assert.Null(await FindAsync(host, Buyer, "#7"));
    }

    [Theory]
    [InlineData("null", "PENDING", "UNFULFILLED", null, OrderState.Unpaid)]
    [InlineData("null", "PAID", "UNFULFILLED", null, OrderState.Open)]
    [InlineData("null", "PAID", "ON_HOLD", null, OrderState.Open)]
    [InlineData("null", "PAID", "PARTIALLY_FULFILLED", "IN_TRANSIT", OrderState.PartlySent)]
    [InlineData("null", "PAID", "FULFILLED", "IN_TRANSIT", OrderState.Sent)]
    [InlineData("null", "PAID", "FULFILLED", "DELIVERED", OrderState.Delivered)]
    [InlineData("\"2026-11-21T00:00:00Z\"", "REFUNDED", "FULFILLED", "DELIVERED", OrderState.Cancelled)]
    [InlineData("null", "PAID", "TELEPORTED", null, OrderState.Other)]
    public async Task Card_TellsTheState(string cancelled, string paid, string sent, string? parcel, OrderState state)
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("OrdersSearch", $$$"""{"data":{"orders":{{{Page(Order(7, reference: Customer, cancelled: cancelled, paid: paid, sent: sent, parcel: parcel))}}} } }""");

        var order = await FindAsync(host, Buyer, "#7");

        Assert.Equal(state, order!.State);
        Assert.Equal(new Money(39.9m, "EUR"), order.Total);
    }

    [Theory]
    [InlineData("https://track.example/1", "https://track.example/1")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("track.example/1", null)]
    public async Task Card_PassesOnLinksThatOpenAsAPage(string url, string? link)
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("OrdersSearch", $$$"""{"data":{"orders":{{{Page(Order(7, reference: Customer, sent: "FULFILLED", parcel: "IN_TRANSIT", url: url))}}} } }""");

        var parcel = Assert.Single((await FindAsync(host, Buyer, "#7"))!.Parcels);

        Assert.Equal(("DHL", "JJD1", link), (parcel.Carrier, parcel.Number, parcel.Link?.AbsoluteUri));
    }

    private static async Task<IReadOnlyList<OrderCard>> OrdersAsync(ShopHost host, OrderBuyer buyer) =>
        await host.Services.GetRequiredService<IShopOrders>().GetOrdersAsync((await host.StoreAsync()).Profile, buyer, 10, Token);

    private static async Task<OrderCard?> FindAsync(ShopHost host, OrderBuyer buyer, string name) =>
        await host.Services.GetRequiredService<IShopOrders>().FindOrderAsync((await host.StoreAsync()).Profile, buyer, name, Token);

    private static string Text(string? text) => text is null ? "null" : $"\"{text}\"";

    private static string Page(params string[] orders) => $$$"""{"nodes":[{{{string.Join(',', orders)}}}],"pageInfo":{"hasNextPage":false,"endCursor":null}}""";

    private static string Order(
        int number, int day = 20, CustomerId? reference = null, string cancelled = "null", string paid = "PAID", string sent = "UNFULFILLED", string? parcel = null, string url = "https://t.example")
    {
        var parcels = parcel is null ? "" : $$$"""{"displayStatus":"{{{parcel}}}","trackingInfo":[{"company":"DHL","number":"JJD1","url":"{{{url}}}"}]}""";
        return $$$"""
            {"id":"gid://shopify/Order/{{{number}}}","name":"#{{{number}}}","processedAt":"2026-11-{{{day}}}T10:00:00Z","cancelledAt":{{{cancelled}}},
             "displayFinancialStatus":"{{{paid}}}","displayFulfillmentStatus":"{{{sent}}}","currentTotalPriceSet":{"presentmentMoney":{"amount":"39.9","currencyCode":"EUR"} },
             "customAttributes":[{{{Attributes(reference)}}}],"fulfillments":[{{{parcels}}}]}
            """;
    }

    private static string Detail(int number, int day = 20, CustomerId? reference = null) => $$$"""
        {"id":"gid://shopify/Order/{{{number}}}","legacyResourceId":"{{{number}}}","name":"#{{{number}}}","createdAt":"2026-11-{{{day}}}T10:00:00Z","processedAt":"2026-11-{{{day}}}T10:00:00Z",
         "cancelledAt":null,"test":false,"customAttributes":[{{{Attributes(reference)}}}],"tags":[],
         "displayFinancialStatus":"PAID","displayFulfillmentStatus":"UNFULFILLED","returnStatus":"NO_RETURN","currencyCode":"EUR","presentmentCurrencyCode":"EUR",
         "currentTotalPriceSet":{"shopMoney":{"amount":"39.9","currencyCode":"EUR"},"presentmentMoney":{"amount":"39.9","currencyCode":"EUR"} },
         "discountCodes":[],"lineItems":{"nodes":[],"pageInfo":{"hasNextPage":false} },"fulfillments":[]}
        """;

    private static string Attributes(CustomerId? reference) => reference is null ? "" : $$$"""{"key":"chat_ref","value":"{{{reference}}}"}""";
}
