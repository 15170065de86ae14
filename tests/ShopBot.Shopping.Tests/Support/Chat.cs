using System.Text.Json;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Turns;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Orders;
using ShopBot.Testing;
using WhatsApp.Client;

namespace ShopBot.Shopping.Tests.Support;

/// <summary>A person who shops. The conversation is stored and read between turns; every reply is checked against the platform's limits.</summary>
internal sealed class Chat(FakeShop shop, string? welcome = null, string locale = "en", string? phone = "15550001111")
{
    private readonly TestConversation _conversation = new(BotOf(shop), new TestSettings { WelcomeMessage = welcome, Locale = locale, Phone = phone });

    public IReadOnlyList<OutgoingMessage> Replies => _conversation.Replies;

    public IReadOnlyList<RaisedEvent> Raised => _conversation.Events;

    public OutgoingMessage Reply => Assert.Single(Replies);

    public string Text => Reply switch
    {
        ReplyButtonsMessage buttons => buttons.Body,
        ListMessage list => list.Body,
        CtaUrlMessage link => link.Body,
        TextMessage text => text.Body,
        var other => throw new InvalidOperationException($"A {other.Type} was not expected."),
    };

    /// <summary>What can be tapped: titles with their ids.</summary>
    public IReadOnlyList<(string Title, string Id)> Choices => MessageRendering.Choices(Reply);

    public IEnumerable<string> Titles => Choices.Select(choice => choice.Title);

    public ShoppingState State => _conversation.StateOf("shop", ShoppingJson.Default.ShoppingState)!;

    public static Bot BotOf(FakeShop shop) => Bot.Of(new ShoppingFlow(shop, shop));

    /// <summary>With everything a shop can answer.</summary>
    public static Bot WholeBotOf(FakeShop shop) => Bot.Of(new ShoppingFlow(shop, shop, shop, shop, shop, [new ShopChanges(shop)]));

    public Task<Chat> SayAsync(string text) => CheckedAsync(_conversation.SayAsync(text));

    public Task<Chat> SendAsync(string type) => CheckedAsync(_conversation.SendAsync(type));

    /// <summary>Taps what the last message offers under this title.</summary>
    public Task<Chat> TapAsync(string title) => TapIdAsync(Choices.Single(choice => choice.Title == title).Id);

    public Task<Chat> TapIdAsync(string id) => CheckedAsync(_conversation.TapIdAsync(id));

    public Task<Chat> PaidAsync(string order, params string[] variants) =>
        CheckedAsync(_conversation.HappensAsync(OrderPaid.Kind, JsonSerializer.SerializeToUtf8Bytes(new OrderPaid(order, variants), ShoppingJson.Default.OrderPaid)));

    public Task<Chat> PaidAsync(OrderPaid order) => CheckedAsync(_conversation.HappensAsync(OrderPaid.Kind, JsonSerializer.SerializeToUtf8Bytes(order, ShoppingJson.Default.OrderPaid)));

    public Task<Chat> ShippedAsync(OrderShipped news) => CheckedAsync(_conversation.HappensAsync(OrderShipped.Kind, JsonSerializer.SerializeToUtf8Bytes(news, ShoppingJson.Default.OrderShipped)));

    public async Task<Chat> PutAsync(params ProductDetails[] products)
    {
        if (_conversation.Document is null)
            await SayAsync("hi");
        foreach (var product in products)
        {
            await SayAsync(product.Title);
            await TapAsync(product.Title);
            await TapAsync("Add to cart");
        }

        return this;
    }

    private async Task<Chat> CheckedAsync(Task turn)
    {
        await turn;
        Assert.All(Replies, reply => Assert.Empty(reply.Validate()));
        return this;
    }
}
