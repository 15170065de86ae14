using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Desk;
using ShopBot.Engine.Inbox;
using ShopBot.Engine.Storage;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Shopify.Tests.Support;

/// <summary>Somebody who taps buttons of the shop's chat, which has to be switched on first.</summary>
internal sealed class Talk(ShopHost host)
{
    private int _message;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The chat runs; nothing is sent, because the shop has no number.</summary>
    public static async Task<Talk> BeginAsync(ShopHost host)
    {
        var directory = host.Services.GetRequiredService<IStoreDirectory>();
        var record = (await directory.FindByShopDomainAsync(ShopHost.Shop, Token))!;
        await directory.SaveAsync(record with { WhatsAppEnabled = true, PhoneNumberId = "1" }, Token);
        return new Talk(host);
    }

    /// <summary>Taps, and waits until the chat has logged what comes of it.</summary>
    /// <param name="tap">The tap's name and JSON, such as <c>AddToCart{"id":"x"}</c>.</param>
    /// <param name="fact">The kind of what is logged.</param>
    public async Task TapAsync(string tap, string fact)
    {
        var store = await host.StoreAsync();
        var message = $$$$"""
            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"1","phone_number_id":"1"},
            "contacts":[{"wa_id":"4915550001111","profile":{"name":"Ada"}}],"messages":[{"from":"4915550001111","id":"wamid.{{{{++_message}}}}","timestamp":"1795348800","type":"interactive",
            "interactive":{"type":"button_reply","button_reply":{"id":"shop.1:{{{{tap.Replace("\"", "\\\"", StringComparison.Ordinal)}}}}","title":"Tapped"}}}]}}]}]}
            """;
        var desk = host.Services.GetRequiredService<StoreDesk>();
        var before = (await desk.ListFactsAsync(store, [fact], null, 100, Token)).Count;
        await host.Services.GetRequiredService<WhatsAppInbox>().AcceptAsync([.. WebhookReader.Read(Encoding.UTF8.GetBytes(message)).Select(occurred => new InboxAddress(occurred, store))], Token);
        for (var i = 0; i < 500 && (await desk.ListFactsAsync(store, [fact], null, 100, Token)).Count == before; i++)
        {
            // Messages that come together wait for each other, on the clock of the test.
            host.Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(20, Token);
        }

        Assert.Equal(before + 1, (await desk.ListFactsAsync(store, [fact], null, 100, Token)).Count);
    }

    /// <summary>What came into the chat from elsewhere, of a kind; its payload is encrypted.</summary>
    public static async Task<IReadOnlyList<InboundEntry>> HeardAsync(ShopHost host, string kind)
    {
        var store = await host.StoreAsync();
        var customer = await host.Services.GetRequiredService<CustomerDirectory>().FindByPhoneAsync(store, ["4915550001111"], Token);
        var history = await host.Services.GetRequiredService<IConversationReader>().ReadHistoryAsync(new LaneKey(store.Id, "whatsapp", customer!.Value), null, 50, Token);
        return [.. history.OfType<InboundEntry>().Where(entry => entry.Event.Kind == "external:" + kind)];
    }
}
