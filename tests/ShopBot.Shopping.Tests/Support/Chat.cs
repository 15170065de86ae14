using System.Text.Json;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;
using ShopBot.Engine.Turns;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Orders;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Shopping.Tests.Support;

/// <summary>A person who shops. The conversation goes through JSON between turns, as if the host had been restarted each time.</summary>
internal sealed class Chat(FakeShop shop, string? welcome = null, string locale = "en")
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly Bot _bot = Bot.Of(new ShoppingFlow(shop, shop));
    private readonly StoreProfile _store = new(StoreId.New(Now), "demo-shop.myshopify.com", "Demo Shop", welcome, "EUR", locale);
    private readonly CustomerId _customer = CustomerId.New();
    private ConversationDocument? _document;

    public IReadOnlyList<OutgoingMessage> Replies { get; private set; } = [];

    public IReadOnlyList<RaisedEvent> Raised { get; private set; } = [];

    public OutgoingMessage Reply => Assert.Single(Replies);

    public string Text => Reply switch
    {
        ReplyButtonsMessage buttons => buttons.Body,
        ListMessage list => list.Body,
        CtaUrlMessage link => link.Body,
        var other => throw new InvalidOperationException($"A {other.Type} was not expected."),
    };

    /// <summary>What can be tapped: titles with their ids.</summary>
    public IReadOnlyList<(string Title, string Id)> Choices => Reply switch
    {
        ReplyButtonsMessage buttons => [.. buttons.Buttons.Select(button => (button.Title, button.Id))],
        ListMessage list => [.. list.Sections.SelectMany(section => section.Rows).Select(row => (row.Title, row.Id))],
        _ => [],
    };

    public IEnumerable<string> Titles => Choices.Select(choice => choice.Title);

    public ShoppingState State => JsonSerializer.Deserialize(_document!.Current.Data.Span, ShoppingJson.Default.ShoppingState)!;

    public Task<Chat> SayAsync(string text) => TurnAsync(new MessageTurn(new TextReceived
    {
        WabaId = "1", Field = "messages", Raw = "{}"u8.ToArray(), Id = new MessageId("wamid.1"), Timestamp = Now, Type = "text", From = new MessageSender(), Body = text,
    }));

    public Task<Chat> SendAsync(string type) => TurnAsync(new MessageTurn(new UnknownMessageReceived
    {
        WabaId = "1", Field = "messages", Raw = "{}"u8.ToArray(), Id = new MessageId("wamid.1"), Timestamp = Now, Type = type, From = new MessageSender(),
    }));

    /// <summary>Taps what the last message offers under this title.</summary>
    public Task<Chat> TapAsync(string title) => TapIdAsync(Choices.Single(choice => choice.Title == title).Id);

    public Task<Chat> TapIdAsync(string id) => TurnAsync(new MessageTurn(new ButtonReplyReceived
    {
        WabaId = "1", Field = "messages", Raw = "{}"u8.ToArray(), Id = new MessageId("wamid.1"), Timestamp = Now, Type = "interactive", From = new MessageSender(), ReplyId = id, Title = "",
    }));

    public Task<Chat> PaidAsync(string order, params string[] variants) =>
        TurnAsync(new ExternalTurn(OrderPaid.Kind, JsonSerializer.SerializeToUtf8Bytes(new OrderPaid(order, variants), ShoppingJson.Default.OrderPaid)));

    public async Task<Chat> PutAsync(params ProductDetails[] products)
    {
        if (_document is null)
            await SayAsync("hi");
        foreach (var product in products)
        {
            await SayAsync(product.Title);
            await TapAsync(product.Title);
            await TapAsync("Add to cart");
        }

        return this;
    }

    private async Task<Chat> TurnAsync(TurnEvent occurred)
    {
        var result = await _bot.RunAsync(
            new TurnInput { Store = _store, Customer = _customer, Event = occurred, Document = _document, Now = Now }, TestContext.Current.CancellationToken);
        _document = ConversationDocument.Read(result.Document.ToUtf8Bytes());
        Replies = result.Replies;
        Raised = result.Events;
        Assert.All(Replies, reply => Assert.Empty(reply.Validate()));
        return this;
    }
}
