using System.Text.Json;
using ShopBot.Shopping.Events;
using ShopBot.Shopping.Orders;
using ShopBot.Shopping.Tests.Support;

namespace ShopBot.Shopping.Tests.Orders;

/// <summary>Whether an order is the chat's doing, and how sure that is.</summary>
public sealed class AttributionTests
{
    private readonly FakeShop _shop = new();

    [Theory]
    [InlineData(null, null, "reference", "certain")]
    [InlineData(null, "token-2", "reference", "certain")]
    [InlineData("cart", "another", "cart", "certain")]
    [InlineData("phone", "token-1", "cart", "certain")]
    [InlineData("phone", "token-2", "cart", "certain")]
    [InlineData("phone", "another", "phone", "likely")]
    [InlineData("phone", null, "phone", "likely")]
    public async Task Order_is_attributed_by_the_surest_sign(string? matchedBy, string? cart, string how, string certainty)
    {
        var chat = await BuyerAsync();

        await chat.PaidAsync(new OrderPaid("#1001", ["gid://shopify/ProductVariant/1"]) { MatchedBy = matchedBy, CartToken = cart });

        Assert.Equal((how, certainty), (Attributed(chat)!.How, Attributed(chat)!.Certainty));
    }

    [Fact]
    public async Task Order_of_a_cart_is_the_chats_although_the_chat_went_on()
    {
        var chat = await BuyerAsync();
        await chat.SayAsync("empty my cart");
        Assert.Null(chat.State.Checkout);

        await chat.PaidAsync(new OrderPaid("#1001", ["gid://shopify/ProductVariant/1"]) { MatchedBy = "phone", CartToken = "token-1" });
        Assert.Equal("cart", Attributed(chat)!.How);
    }

    [Fact]
    public async Task Order_of_the_same_number_from_elsewhere_is_not_the_chats()
    {
        var chat = await BuyerAsync();
        await chat.SayAsync("empty my cart");

        await chat.PaidAsync(new OrderPaid("#1001", ["gid://shopify/ProductVariant/1"]) { MatchedBy = "phone", CartToken = "another" });

        Assert.Null(Attributed(chat));
        Assert.Empty(chat.Replies);
    }

    [Fact]
    public async Task Five_carts_are_remembered()
    {
        var chat = await BuyerAsync();
        for (var i = 3; i <= 9; i++)
        {
            _shop.CheckoutAnswer = _shop.CheckoutAnswer with { CartToken = $"token-{i}" };
            await chat.SayAsync("checkout");
        }

        Assert.Equal(["token-5", "token-6", "token-7", "token-8", "token-9"], chat.State.CartTokens);
    }

    [Theory]
    [InlineData("gid://shopify/Order/1001", "phone", 1)]
    [InlineData("gid://shopify/Order/7", "phone", 0)]
    [InlineData(null, "phone", 0)]
    [InlineData("gid://shopify/Order/7", null, 1)]
    public async Task News_of_a_parcel_are_told_of_the_chats_orders(string? order, string? matchedBy, int told)
    {
        var chat = await BuyerAsync();
        await chat.PaidAsync(new OrderPaid("#1001", ["gid://shopify/ProductVariant/1"]) { OrderId = "gid://shopify/Order/1001", MatchedBy = "phone", CartToken = "token-1" });

        await chat.ShippedAsync(new OrderShipped("#1001", ParcelStage.Sent) { OrderId = order, MatchedBy = matchedBy });

        Assert.Equal(told, chat.Replies.Count);
    }

    /// <summary>Somebody who opened two checkouts of the same cart.</summary>
    private async Task<Chat> BuyerAsync()
    {
        var chat = await new Chat(_shop).PutAsync(_shop.Add("Mug", 10m));
        foreach (var token in new[] { "token-1", "token-2" })
        {
            _shop.CheckoutAnswer = _shop.CheckoutAnswer with { CartToken = token };
            await chat.SayAsync("checkout");
        }

        return chat;
    }

    private static OrderAttributed? Attributed(Chat chat) =>
        chat.Raised.Where(raised => raised.Kind == OrderAttributed.Kind).Select(raised => JsonSerializer.Deserialize(raised.Payload.Span, ShoppingJson.Default.OrderAttributed)).SingleOrDefault();
}
