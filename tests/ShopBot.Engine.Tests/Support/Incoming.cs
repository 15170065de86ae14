using ShopBot.Engine.Conversations;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;
using ShopBot.Engine.Turns;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Engine.Tests.Support;

/// <summary>Events as a flow sees them, made without a webhook.</summary>
internal static class Incoming
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly MessageSender Sender = new() { WaId = "15550001111", ProfileName = "Ada" };

    public static TurnEvent Text(string body) => new MessageTurn(new TextReceived
    {
        WabaId = "1", Field = "messages", Raw = "{}"u8.ToArray(), Id = new MessageId("wamid.1"), Timestamp = Now, Type = "text", From = Sender, Body = body,
    });

    public static TurnEvent Button(string id) => new MessageTurn(new ButtonReplyReceived
    {
        WabaId = "1", Field = "messages", Raw = "{}"u8.ToArray(), Id = new MessageId("wamid.1"), Timestamp = Now, Type = "interactive", From = Sender, ReplyId = id, Title = "",
    });

    public static TurnEvent Row(string id) => new MessageTurn(new ListReplyReceived
    {
        WabaId = "1", Field = "messages", Raw = "{}"u8.ToArray(), Id = new MessageId("wamid.1"), Timestamp = Now, Type = "interactive", From = Sender, ReplyId = id, Title = "",
    });

    public static TurnEvent OfType(string type) => new MessageTurn(new UnknownMessageReceived
    {
        WabaId = "1", Field = "messages", Raw = "{}"u8.ToArray(), Id = new MessageId("wamid.1"), Timestamp = Now, Type = type, From = Sender,
    });

    /// <summary>Runs a turn of a bot that is this flow alone.</summary>
    public static Task<TurnResult> RunAsync(this IFlow flow, TurnInput input, CancellationToken cancellationToken) =>
        Bot.Of(flow).RunAsync(input, cancellationToken).AsTask();

    public static TurnInput Input(TurnEvent occurred, ConversationDocument? document = null) => new()
    {
        Store = new StoreProfile(StoreId.New(Now), "demo-shop.myshopify.com", "Demo", null, "EUR", "en"),
        Customer = CustomerId.New(),
        Event = occurred,
        Document = document,
        Now = Now,
    };
}
