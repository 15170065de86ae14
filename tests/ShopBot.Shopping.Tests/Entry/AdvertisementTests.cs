using ShopBot.Shopping.Tests.Support;
using ShopBot.Testing;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Shopping.Tests.Entry;

/// <summary>Customers who tapped an advertisement, or asked about a product of the catalogue.</summary>
public sealed class AdvertisementTests
{
    private readonly FakeShop _shop = ShopChanges.Demo();

    [Theory]
    [InlineData("https://demo.example/products/blue-mug?utm=1", null)]
    [InlineData("https://fb.me/abc", "Blue mug")]
    public async Task Advertisement_opens_on_its_product(string url, string? headline)
    {
        var chat = new TestConversation(Chat.WholeBotOf(_shop));

        await chat.SendAsync(Message() with { Referral = new Referral { SourceUrl = url, Headline = headline } });

        Assert.Contains("*Blue mug*", MessageRendering.Render(Assert.Single(chat.Replies)), StringComparison.Ordinal);
        Assert.Contains(chat.Events, raised => raised.Kind == "customer.entered");
    }

    [Theory]
    [InlineData("https://demo.example/", "Autumn sale")]
    [InlineData("https://demo.example/products/gone", null)]
    [InlineData(null, "Candle")]
    public async Task Advertisement_of_no_single_product_is_greeted(string? url, string? headline)
    {
        var chat = new TestConversation(Chat.WholeBotOf(_shop));

        await chat.SendAsync(Message() with { Referral = new Referral { SourceUrl = url, Headline = headline } });

        Assert.Contains("Welcome to Demo Shop", MessageRendering.Render(Assert.Single(chat.Replies)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_about_a_product_of_the_catalogue_opens_it()
    {
        var chat = new TestConversation(Chat.WholeBotOf(_shop));

        await chat.SendAsync(Message() with { Context = new MessageContext { ReferredProduct = new ReferredProduct { CatalogId = "1", ProductRetailerId = "gid://shopify/ProductVariant/200" } } });

        Assert.Contains("*White shirt*", MessageRendering.Render(Assert.Single(chat.Replies)), StringComparison.Ordinal);
    }

    private static TextReceived Message() => new()
    {
        WabaId = "1",
        Field = "messages",
        Raw = "{}"u8.ToArray(),
        Id = new MessageId("wamid.ad"),
        Timestamp = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero),
        Type = "text",
        From = new MessageSender { WaId = "15550001111" },
        Body = "Can I get more info on this?",
    };
}
