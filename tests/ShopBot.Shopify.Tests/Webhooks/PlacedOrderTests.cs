using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Tests.Support;
using ShopBot.Shopify.Webhooks;
using ShopBot.Shopping.CashOnDelivery;
using ShopBot.Shopping.Settings;
using Shopify.Client;
using Shopify.Client.Webhooks;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Shopify.Tests.Webhooks;

public sealed class PlacedOrderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"id":7,"name":"#1007","financial_status":"pending","payment_gateway_names":["Cash on Delivery (COD)"],"current_total_price":"35.00","currency":"EUR","phone":"+4915550001111"}""", 1)]
    [InlineData("""{"id":7,"name":"#1007","financial_status":"pending","payment_gateway_names":["cash on delivery (cod)"],"customer":{"id":1,"phone":"+49 1555 0001111"}}""", 1)]
    [InlineData("""{"id":7,"name":"#1007","financial_status":"pending","payment_gateway_names":["Cash on Delivery (COD)"],"phone":"+4915550009999"}""", 0)]
    [InlineData("""{"id":7,"name":"#1007","financial_status":"pending","payment_gateway_names":["Cash on Delivery (COD)"]}""", 0)]
    [InlineData("""{"id":7,"name":"#1007","financial_status":"pending","payment_gateway_names":["manual"],"phone":"+4915550001111"}""", 0)]
    [InlineData("""{"id":7,"name":"#1007","financial_status":"paid","payment_gateway_names":["Cash on Delivery (COD)"],"phone":"+4915550001111"}""", 0)]
    [InlineData("""{"id":7,"cancelled_at":"2026-11-22T12:00:00Z","payment_gateway_names":["Cash on Delivery (COD)"],"phone":"+4915550001111"}""", 0)]
    public async Task Order_paid_on_delivery_enters_the_lane_of_its_customer(string body, int events)
    {
        await using var host = await HostAsync(enabled: true);

        await AcceptAsync(host, body);

        Assert.Equal(events, await EventsAsync(host));
    }

    [Fact]
    public async Task Store_that_does_not_ask_hears_nothing()
    {
        await using var host = await HostAsync(enabled: false);

        await AcceptAsync(host, """{"id":7,"name":"#1007","financial_status":"pending","payment_gateway_names":["Cash on Delivery (COD)"],"phone":"+4915550001111"}""");

        Assert.Equal(0, await EventsAsync(host));
    }

    [Theory]
    [InlineData("+52 1 55 1234 5678", "5215512345678", "525512345678")]
    [InlineData("+525512345678", "525512345678", "5215512345678")]
    [InlineData("+5511987654321", "5511987654321", "551187654321")]
    [InlineData("+49 1555 0001111", "4915550001111", null)]
    public void Number_has_the_forms_WhatsApp_may_write(string phone, string first, string? second) =>
        Assert.Equal(second is null ? [first] : [first, second], PhoneForm.Of(phone));

    [Theory]
    [InlineData("015550001111")]
    [InlineData("+12")]
    public void National_number_is_nobodys(string phone) => Assert.Empty(PhoneForm.Of(phone));

    private static async Task<ShopHost> HostAsync(bool enabled)
    {
        var host = await ShopHost.StartAsync();
        var store = await host.StoreAsync();
        var settings = host.Services.GetRequiredService<ShopSettingsStore>();
        var read = await settings.ReadAsync(store.Id, Token);
        Assert.True(await settings.SaveAsync(store.Id, read with { Value = read.Value! with { CashOnDelivery = new CashOnDeliverySettings { Enabled = enabled } } }, Token));
        await WriteAsync(host);
        return host;
    }

    /// <summary>Somebody writes to the shop.</summary>
    internal static async Task WriteAsync(ShopHost host)
    {
        var store = await host.StoreAsync();
        const string message = """
            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"1","phone_number_id":"1"},
            "contacts":[{"wa_id":"4915550001111","profile":{"name":"Ada"}}],"messages":[{"from":"4915550001111","id":"wamid.1","timestamp":"1795348800","type":"reaction","reaction":{"message_id":"wamid.0","emoji":"x"}}]}}]}]}
            """;
        await host.Services.GetRequiredService<WhatsAppInbox>().AcceptAsync([.. WebhookReader.Read(Encoding.UTF8.GetBytes(message)).Select(occurred => new InboxAddress(occurred, store))], Token);
    }

    private static async Task<int> EventsAsync(ShopHost host)
    {
        var store = await host.StoreAsync();
        var customer = await host.Services.GetRequiredService<CustomerDirectory>().FindByPhoneAsync(store, ["4915550001111"], Token);
        Assert.NotNull(customer);
        Assert.Equal("4915550001111", await host.Services.GetRequiredService<CustomerDirectory>().PhoneOfAsync(store, customer.Value, Token));
        var history = await host.Services.GetRequiredService<IConversationReader>().ReadHistoryAsync(new LaneKey(store.Id, "whatsapp", customer.Value), null, 10, Token);
        return history.OfType<InboundEntry>().Count(entry => entry.Event.Kind == "external:" + CashOnDeliveryPlaced.Kind);
    }

    private static Task AcceptAsync(ShopHost host, string body) => host.Services.GetRequiredService<ShopifyEvents>().AcceptAsync(
        new ShopifyWebhook { Topic = "orders/create", ShopDomain = ShopDomain.Parse(ShopHost.Shop), Body = Encoding.UTF8.GetBytes(body) }, Token);
}
