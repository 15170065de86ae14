using ShopBot.Engine.Conversations;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;
using ShopBot.Engine.Turns;
using ShopBot.Shopping;
using ShopBot.Testing;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Benchmarks.Shopping;

/// <summary>A conversation with the default shop up to a given turn, so that the turn can be run again and again from the same input.</summary>
internal static class ShoppingTurns
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly FewProducts Shop = new();

    public static Bot Bot { get; } = Bot.Of(new ShoppingFlow(Shop, Shop));

    /// <summary>The first input of a conversation: a text.</summary>
    public static TurnInput First(string text) => new()
    {
        Store = new StoreProfile(StoreId.New(Now), "demo-shop.myshopify.com", "Demo Shop", null, "EUR", "en"),
        Customer = CustomerId.New(),
        Event = new MessageTurn(TestMessages.Text("wamid.1", Now, "Mira", text)),
        Now = Now,
        SigningKey = "a key for signed taps, 32 bytes."u8.ToArray(),
    };

    /// <summary>Somebody who was here before says hello.</summary>
    public static async Task<TurnInput> GreetingAsync() => Then(await RunAsync(First("hi")), TestMessages.Text("wamid.2", Now, "Mira", "hi"));

    /// <summary>A product of a list is tapped.</summary>
    public static async Task<TurnInput> ProductAsync() => Tap(await RunAsync(First("candle")), row: 0);

    /// <summary>The button below a product is tapped that puts it into the cart.</summary>
    public static async Task<TurnInput> CartAsync() => Tap(await RunAsync(await ProductAsync()), row: 0);

    public static async Task<OutgoingMessage> ReplyAsync(TurnInput input) => (await RunAsync(input)).Result.Replies[^1];

    public static async Task<ConversationDocument> DocumentAsync(TurnInput input) => (await RunAsync(input)).Result.Document;

    private static TurnInput Tap((TurnInput Input, TurnResult Result) before, int row) =>
        Then(before, TestMessages.Tap("wamid.3", Now, "Mira", MessageRendering.Choices(before.Result.Replies[^1])[row].Id));

    private static TurnInput Then((TurnInput Input, TurnResult Result) before, MessageReceived next) =>
        before.Input with { Event = new MessageTurn(next), Document = ConversationDocument.Read(before.Result.Document.ToUtf8Bytes()) };

    private static async Task<(TurnInput Input, TurnResult Result)> RunAsync(TurnInput input) => (input, await Bot.RunAsync(input));
}
