using ShopBot.Shopping.Cart;
using ShopBot.Shopping.Tests.Support;
using ShopBot.Testing;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Shopping.Tests.Cart;

/// <summary>Carts of WhatsApp's own catalogue.</summary>
public sealed class NativeOrderTests
{
    private readonly FakeShop _shop = ShopChanges.Demo();

    [Fact]
    public async Task Order_is_put_into_the_cart_at_todays_prices_and_what_is_not_as_asked_is_said()
    {
        var chat = new TestConversation(Chat.WholeBotOf(_shop));

        await chat.SendAsync(Order(("gid://shopify/ProductVariant/1", 2, 1.00m), ("gid://shopify/ProductVariant/4", 9, 7.5m), ("gid://shopify/ProductVariant/3", 1, 89m), ("gid://shopify/ProductVariant/999", 1, 1m)));

        var text = MessageRendering.Render(Assert.Single(chat.Replies));
        Assert.Contains("today's prices", text, StringComparison.Ordinal);
        Assert.Contains("2 × Blue mug: €25.00", text, StringComparison.Ordinal);
        Assert.Contains("Green tea: only 3 left", text, StringComparison.Ordinal);
        Assert.Contains("Oak lamp is sold out", text, StringComparison.Ordinal);
        Assert.Equal(5, chat.StateOf("shop", ShoppingJson.Default.ShoppingState)!.Cart.Pieces());
    }

    [Fact]
    public async Task Order_of_nothing_that_is_sold_says_so()
    {
        var chat = new TestConversation(Chat.WholeBotOf(_shop));

        await chat.SendAsync(Order(("a sku", 1, 1m)));

        Assert.Contains("not available any more", MessageRendering.Render(Assert.Single(chat.Replies)), StringComparison.Ordinal);
        Assert.Equal(ShoppingCart.Empty.Lines, chat.StateOf("shop", ShoppingJson.Default.ShoppingState)!.Cart.Lines);
    }

    private static OrderReceived Order(params (string Id, int Quantity, decimal Price)[] items) => new()
    {
        WabaId = "1",
        Field = "messages",
        Raw = "{}"u8.ToArray(),
        Id = new MessageId("wamid.order"),
        Timestamp = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero),
        Type = "order",
        From = new MessageSender { WaId = "15550001111" },
        Items = [.. items.Select(item => new OrderedProduct { ProductRetailerId = item.Id, Quantity = item.Quantity, ItemPrice = item.Price })],
    };
}
