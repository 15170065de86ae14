using Shopify.Emulator;
using Shopify.Emulator.Faults;
using Shopify.Emulator.Journal;
using WhatsApp.Emulator;

namespace Snippets.Emulators;

internal static class EmulatorSnippets
{
    public static async Task WhatsAppAsync()
    {
        #region whatsapp
        await using var emulator = await WhatsAppEmulator.StartAsync();
        var shop = emulator.AddNumber(new EmulatedNumberOptions
        {
            PhoneNumberId = "800200", WabaId = "700100", DisplayPhoneNumber = "+49 30 555000", VerifiedName = "Shop Mitte",
            AccessToken = "token", AppId = "111", AppSecret = "secret", VerifyToken = "verify", WebhookUrl = new Uri("http://127.0.0.1:5000/whatsapp/webhook"),
        });
        var mira = emulator.AddPhone("Mira K.", "4915550001111", "DE.48213377190552");
        await mira.SaysAsync(shop, "hi");
        var answer = await mira.WaitForMessageAsync(shop, message => message.Buttons.Count > 0, TimeSpan.FromSeconds(5));
        await mira.TapsAsync(shop, answer.Buttons[0].Title);
        #endregion
    }

    public static async Task WhatsAppControlAsync(WhatsAppEmulator emulator, EmulatedNumber shop, EmulatedPhone mira)
    {
        #region control
        emulator.Clock.Advance(TimeSpan.FromHours(24));                                    // the customer service window closes
        emulator.Faults.OnSend(shop, nth: 3).AnswerAfterAccepting(500);                    // delivered, yet answered with an error
        emulator.Statuses.Shuffle = true;                                                  // statuses out of order
        await mira.ChangesNumberAsync("4915550009999");                                    // a system message tells of it
        var template = emulator.AddTemplate("700100", """{"name":"hello","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"Hello!"}]}""");
        await template.PauseAsync();                                                       // sends are refused with 132015 from here on
        var refused = await emulator.Journal.WaitForCallAsync(call => call.Status >= 400, TimeSpan.FromSeconds(5));
        #endregion
    }

    public static async Task ShopifyAsync()
    {
        #region shopify
        await using var shopify = await ShopifyEmulator.StartAsync(new() { RedirectUris = ["http://localhost:5000/shopify/callback"] });
        var shop = shopify.AddShop("demo-shop.myshopify.com");              // "Lumen & Oak": 39 products with pictures
        var token = shop.IssueAccessToken("read_products", "read_orders");  // or let a merchant click Install

        // Admin API:  POST {shop.Url}/admin/api/2026-10/graphql.json   Storefront: POST {shop.Url}/api/2026-10/graphql.json
        shopify.Faults.OnAdmin(Fault.TooManyRequests(TimeSpan.FromSeconds(2)));
        var delivered = await shopify.Journal.WaitForAsync<WebhookEntry>(w => w.Topic == "orders/create" && w.IsDelivered);
        #endregion
    }
}
