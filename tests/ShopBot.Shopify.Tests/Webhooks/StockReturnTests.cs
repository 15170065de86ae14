using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Desk;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Storage;
using ShopBot.Shopify.Tests.Checkout;
using ShopBot.Shopify.Tests.Support;
using ShopBot.Shopify.Webhooks;
using ShopBot.Shopping.Events;
using ShopBot.Shopping.Reminders;
using Shopify.Client;
using Shopify.Client.Webhooks;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Shopify.Tests.Webhooks;

/// <summary>"Tell me when it is back", from the tap to the shop's webhook.</summary>
public sealed class StockReturnTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"id":11,"product_id":1}""", 1)]
    [InlineData("""{"id":12,"product_id":1}""", 0)]
    [InlineData("""{"product_id":1}""", 0)]
    [InlineData("not json", 0)]
    public async Task Who_asked_for_the_variant_hears_of_it(string body, int events)
    {
        await using var host = await ShopHost.StartAsync(bot: builder => builder.AddShopping());
        host.Always("VariantsByIds", Shop.Variants((11, "10.00", 0)));
        await WatchAsync(host);

        await AcceptAsync(host, body);
        await AcceptAsync(host, body);

        Assert.Equal(events, await EventsAsync(host));
    }

    [Fact]
    public async Task Who_did_not_ask_hears_nothing()
    {
        await using var host = await ShopHost.StartAsync(bot: builder => builder.AddShopping());
        await PlacedOrderTests.WriteAsync(host);

        await AcceptAsync(host, """{"id":11,"product_id":1}""");

        Assert.Equal(0, await EventsAsync(host));
    }

    /// <summary>Somebody taps the button below a sold-out product, and the chat has taken note of it.</summary>
    private static async Task WatchAsync(ShopHost host)
    {
        await SwitchOnAsync(host);
        var store = await host.StoreAsync();
        var tap = $$$"""shop.1:WatchStock{\"product\":\"gid://shopify/Product/1\",\"id\":\"{{{Shop.Variant(11)}}}\"}""";
        var message = $$$$"""
            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"1","phone_number_id":"1"},
            "contacts":[{"wa_id":"4915550001111","profile":{"name":"Ada"}}],"messages":[{"from":"4915550001111","id":"wamid.1","timestamp":"1795348800","type":"interactive",
            "interactive":{"type":"button_reply","button_reply":{"id":"{{{{tap}}}}","title":"Tell me"}}}]}}]}]}
            """;
        await host.Services.GetRequiredService<WhatsAppInbox>().AcceptAsync([.. WebhookReader.Read(Encoding.UTF8.GetBytes(message)).Select(occurred => new InboxAddress(occurred, store))], Token);
        var desk = host.Services.GetRequiredService<StoreDesk>();
        for (var i = 0; i < 500 && (await desk.ListFactsAsync(store, [StockWatched.Kind], null, 10, Token)).Count == 0; i++)
        {
            // Texts that come together wait for each other, on the clock of the test.
            host.Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(20, Token);
        }

        Assert.Single(await desk.ListFactsAsync(store, [StockWatched.Kind], null, 10, Token));
    }

    private static async Task SwitchOnAsync(ShopHost host)
    {
        var directory = host.Services.GetRequiredService<IStoreDirectory>();
        var record = (await directory.FindByShopDomainAsync(ShopHost.Shop, Token))!;
        await directory.SaveAsync(record with { WhatsAppEnabled = true, PhoneNumberId = "1" }, Token);
    }

    private static async Task<int> EventsAsync(ShopHost host)
    {
        var store = await host.StoreAsync();
        var customer = await host.Services.GetRequiredService<CustomerDirectory>().FindByPhoneAsync(store, ["4915550001111"], Token);
        var history = await host.Services.GetRequiredService<IConversationReader>().ReadHistoryAsync(new LaneKey(store.Id, "whatsapp", customer!.Value), null, 10, Token);
        return history.OfType<InboundEntry>().Count(entry => entry.Event.Kind == "external:" + StockReturned.Kind);
    }

    private static Task AcceptAsync(ShopHost host, string body) => host.Services.GetRequiredService<ShopifyEvents>().AcceptAsync(
        new ShopifyWebhook { Topic = "variants/in_stock", ShopDomain = ShopDomain.Parse(ShopHost.Shop), TriggeredAt = host.Time.GetUtcNow(), Body = Encoding.UTF8.GetBytes(body) }, Token);
}
