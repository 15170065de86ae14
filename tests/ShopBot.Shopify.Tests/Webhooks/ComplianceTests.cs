using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Desk;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Tests.Support;
using ShopBot.Shopify.Webhooks;
using Shopify.Client;
using Shopify.Client.Webhooks;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Shopify.Tests.Webhooks;

public sealed class ComplianceTests
{
    private const string DataRequest = """
        {"shop_id":1,"shop_domain":"demo-shop.myshopify.com","orders_requested":[11,12],"customer":{"id":7,"email":"ann@example.com","phone":"+15550100"},"data_request":{"id":99}}
        """;

    private const string CustomerRedact = """
        {"shop_id":1,"shop_domain":"demo-shop.myshopify.com","customer":{"id":7,"email":"ann@example.com","phone":"+15550100"},"orders_to_redact":[11]}
        """;

    private const string ShopRedact = """{"shop_id":1,"shop_domain":"demo-shop.myshopify.com"}""";
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("customers/data_request", DataRequest)]
    [InlineData("customers/redact", CustomerRedact)]
    [InlineData("shop/redact", ShopRedact)]
    public async Task Request_IsInTheEventLogOnce(string topic, string body)
    {
        await using var host = await ShopHost.StartAsync();

        await AcceptAsync(host, topic, body, "w-1");
        await AcceptAsync(host, topic, body, "w-1");

        var entry = Assert.Single(await EventsAsync(host));
        Assert.Equal("shopify." + topic, entry.Kind);
    }

    [Theory]
    [InlineData("customers/data_request", DataRequest, 99L, 7L, new long[] { 11, 12 })]
    [InlineData("customers/redact", CustomerRedact, null, 7L, new long[] { 11 })]
    [InlineData("shop/redact", ShopRedact, null, null, new long[0])]
    [InlineData("customers/redact", "{}", null, null, new long[0])]
    public void Record_HoldsIdsAndNothingPersonal(string topic, string body, long? request, long? customer, long[] orders)
    {
        var record = ComplianceRequests.Read(Webhook(topic, body, "w-1"), []);

        Assert.Equal((topic, request, customer), (record.Topic, record.DataRequestId, record.CustomerId));
        Assert.Equal(orders, record.OrderIds);
        var text = JsonSerializer.Serialize(record, ShopifyEventJson.Default.ComplianceRecord);
        Assert.DoesNotContain("ann@", text, StringComparison.Ordinal);
        Assert.DoesNotContain("15550100", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShopRedact_AfterTheShopLeft_ErasesTheStore()
    {
        await using var host = await ShopHost.StartAsync();
        await AcceptAsync(host, "app/uninstalled", "{}", "w-1", Now.AddMinutes(1));

        await AcceptAsync(host, "shop/redact", ShopRedact, "w-2", Now.AddHours(48));

        Assert.Null(await host.Services.GetRequiredService<StoreRegistry>().ReadByShopDomainAsync(ShopHost.Shop, Token));
        Assert.Null(await host.Services.GetRequiredService<StoreRegistry>().FindByShopDomainAsync(ShopHost.Shop, Token));
    }

    [Fact]
    public async Task CustomerRedact_ErasesThePersonWithThatNumberAndNobodyElse()
    {
        await using var host = await ShopHost.StartAsync();
        var desk = host.Services.GetRequiredService<StoreDesk>();
        var store = await host.StoreAsync();
        await WriteAsync(host, store, "15550100");
        await WriteAsync(host, store, "15550101");

        await AcceptAsync(host, "customers/data_request", DataRequest, "w-1");
        await AcceptAsync(host, "customers/redact", CustomerRedact, "w-2");

        Assert.Null(await desk.FindByPhoneAsync(store, "+1 555 0100", Token));
        Assert.NotNull(await desk.FindByPhoneAsync(store, "+1 555 0101", Token));
        var request = Assert.Single(await desk.ListFactsAsync(store, ["shopify.customers/data_request"], null, 10, Token));
        Assert.Single(request.Read(ShopifyEventJson.Default.ComplianceRecord)!.Customers);
    }

    [Fact]
    public async Task ShopRedact_OfAShopThatCameBack_TakesNothing()
    {
        await using var host = await ShopHost.StartAsync();

        await AcceptAsync(host, "shop/redact", ShopRedact, "w-2", Now.AddHours(48));

        var store = await host.StoreAsync();
        Assert.NotNull(store.Shopify);
        Assert.Equal("Demo", store.Profile.Name);
    }

    private static async Task WriteAsync(ShopHost host, Store store, string phone)
    {
        var message = new TextReceived
        {
            WabaId = "1", Field = "messages", Id = new MessageId("wamid." + phone), Timestamp = Now, Type = "text", From = new MessageSender { WaId = phone }, Body = "hi",
            Raw = Encoding.UTF8.GetBytes($$$"""{"from":"{{{phone}}}","id":"wamid.{{{phone}}}","timestamp":"1764200000","type":"text","text":{"body":"hi"}}"""),
        };
        await host.Services.GetRequiredService<WhatsAppInbox>().AcceptAsync([new InboxAddress(message, store)], Token);
    }

    private static Task AcceptAsync(ShopHost host, string topic, string body, string id, DateTimeOffset? at = null) =>
        host.Services.GetRequiredService<ShopifyEvents>().AcceptAsync(Webhook(topic, body, id, at), Token);

    private static ShopifyWebhook Webhook(string topic, string body, string id, DateTimeOffset? at = null) => new()
    {
        Topic = topic, ShopDomain = ShopDomain.Parse(ShopHost.Shop), WebhookId = id, TriggeredAt = at ?? Now, Body = Encoding.UTF8.GetBytes(body),
    };

    private static async Task<IReadOnlyList<EventEntry>> EventsAsync(ShopHost host) =>
        await host.Services.GetRequiredService<IConversationReader>().ListEventsAsync((await host.StoreAsync()).Id, [], null, 10, Token);
}
