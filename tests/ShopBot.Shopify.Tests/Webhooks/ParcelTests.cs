using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;
using ShopBot.Shopify.Tests.Support;
using ShopBot.Shopify.Webhooks;
using ShopBot.Shopping.Orders;
using Shopify.Client;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Tests.Webhooks;

public sealed class ParcelTests
{
    private const string Sent = """{"id":5,"order_id":7,"status":"success","tracking_company":"DHL","tracking_numbers":["JJD1"],"tracking_urls":["https://track.example/1"]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("success", null, ParcelStage.Sent)]
    [InlineData("success", "confirmed", ParcelStage.Sent)]
    [InlineData("success", "in_transit", ParcelStage.Sent)]
    [InlineData("success", "out_for_delivery", ParcelStage.OutForDelivery)]
    [InlineData("success", "delivered", ParcelStage.Delivered)]
    [InlineData("success", "attempted_delivery", ParcelStage.DeliveryAttempted)]
    [InlineData("success", "ready_for_pickup", ParcelStage.ReadyForPickup)]
    [InlineData("success", "failure", null)]
    [InlineData("pending", null, null)]
    [InlineData("cancelled", "delivered", null)]
    [InlineData("error", null, null)]
    public void Stage_IsWhatACustomerIsTold(string status, string? shipment, ParcelStage? stage)
    {
        var body = shipment is null ? $$"""{"id":1,"status":"{{status}}"}""" : $$"""{"id":1,"status":"{{status}}","shipment_status":"{{shipment}}"}""";

        Assert.Equal(stage, ParcelStages.Of((FulfillmentPayload)ShopifyWebhookPayload.Read("fulfillments/update", Encoding.UTF8.GetBytes(body))));
    }

    [Theory]
    [InlineData("""{"id":5,"order_id":7,"status":"cancelled"}""", 0)]
    [InlineData("""{"id":5,"status":"success"}""", 0)]
    [InlineData("""{"order_id":7,"status":"success"}""", 0)]
    [InlineData("not json", 0)]
    [InlineData(Sent, 1)]
    public async Task OrderIsReadOnlyForNewsWorthTelling(string body, int reads)
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("OrderDetail", """{"data":{"order":null}}""");

        await AcceptAsync(host, body);

        Assert.Equal(reads, host.CallsTo("OrderDetail"));
    }

    [Theory]
    [InlineData("""{"data":{"order":null},"errors":[{"message":"Access denied","path":["order"],"extensions":{"code":"ACCESS_DENIED"}}]}""", 200)]
    [InlineData("""{"errors":"Unavailable Shop"}""", 402)]
    [InlineData("""{"errors":"Forbidden"}""", 403)]
    public async Task OrderThatMayNotBeRead_IsNoReasonToHaveTheDeliveryRepeated(string answer, int status)
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("OrderDetail", answer, status);

        await AcceptAsync(host, Sent);

        Assert.Equal(1, host.CallsTo("OrderDetail"));
    }

    [Theory]
    [InlineData("+4915550001111", null, 1)]
    [InlineData(null, "+49 1555 0001111", 1)]
    [InlineData("+4915550009999", null, 0)]
    [InlineData(null, null, 0)]
    public async Task OrderThatNamesNoChat_ReachesWhoWritesFromTheBuyersNumber(string? phone, string? customerPhone, int events)
    {
        await using var host = await ShopHost.StartAsync();
        await PlacedOrderTests.WriteAsync(host);
        host.Always("OrderDetail", """
            {"data":{"order":{"id":"gid://shopify/Order/7","name":"#1007","createdAt":"2026-11-22T12:00:00Z","processedAt":"2026-11-22T12:00:00Z","displayFulfillmentStatus":"FULFILLED","customAttributes":[],
            "currencyCode":"EUR","lineItems":{"nodes":[],"pageInfo":{"hasNextPage":false}},"fulfillments":[]}}}
            """);
        host.Always("OrderContact", $$$"""
            {"data":{"order":{"id":"gid://shopify/Order/7","phone":{{{Text(phone)}}},"customer":{"id":"gid://shopify/Customer/1","defaultPhoneNumber":{"phoneNumber":{{{Text(customerPhone)}}} } } } } }
            """);

        await AcceptAsync(host, Sent);

        var store = await host.StoreAsync();
        var customer = await host.Services.GetRequiredService<CustomerDirectory>().FindByPhoneAsync(store, ["4915550001111"], Token);
        var history = await host.Services.GetRequiredService<IConversationReader>().ReadHistoryAsync(new LaneKey(store.Id, "whatsapp", customer!.Value), null, 10, Token);
        Assert.Equal(events, history.OfType<InboundEntry>().Count(entry => entry.Event.Kind == "external:" + OrderShipped.Kind));

        static string Text(string? value) => value is null ? "null" : $"\"{value}\"";
    }

    [Fact]
    public async Task ShopifyThatCannotAnswer_HasTheDeliveryRepeated()
    {
        await using var host = await ShopHost.StartAsync();
        host.Always("OrderDetail", "<html>busy</html>", 503);

        await Assert.ThrowsAnyAsync<Exception>(() => host.EndAsync(DoneAsync(AcceptAsync(host, Sent))));
    }

    [Fact]
    public async Task ShopThatHasLeft_IsNotAsked()
    {
        await using var host = await ShopHost.StartAsync();
        await host.Stores.UninstallAsync(ShopHost.Shop, Token);

        await AcceptAsync(host, Sent);

        Assert.Equal(0, host.CallsTo("OrderDetail"));
    }

    private static async Task<bool> DoneAsync(Task task)
    {
        await task;
        return true;
    }

    private static Task AcceptAsync(ShopHost host, string body) => host.Services.GetRequiredService<ShopifyEvents>().AcceptAsync(
        new ShopifyWebhook { Topic = "fulfillments/create", ShopDomain = ShopDomain.Parse(ShopHost.Shop), Body = Encoding.UTF8.GetBytes(body) }, Token);
}
