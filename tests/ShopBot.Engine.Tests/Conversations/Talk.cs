using System.Text.Json;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;
using ShopBot.Engine.Tests.Support;
using ShopBot.Engine.Turns;
using WhatsApp.Client;

namespace ShopBot.Engine.Tests.Conversations;

/// <summary>Runs turns one after the other with stored state in between.</summary>
internal sealed class Talk(Bot bot)
{
    public static readonly byte[] Key = new byte[32];

    public Talk(Action<FlowMap<Diary>> map)
        : this(Bot.Of(new SampleFlow(1, map)))
    {
    }

    public CustomerId Customer { get; init; } = CustomerId.New();

    public StoreProfile Store { get; init; } = new(StoreId.New(Incoming.Now), "demo-shop.myshopify.com", "Demo", null, "EUR", "en");

    public DateTimeOffset Now { get; set; } = Incoming.Now;

    public IStepJournal? Journal { get; set; }

    public TurnResult Last { get; private set; } = null!;

    public byte[]? Stored { get; set; }

    public IReadOnlyList<string> Texts => [.. Last.Replies.OfType<TextMessage>().Select(text => text.Body)];

    public ConversationDocument Document => ConversationDocument.Read(Stored);

    public Diary Diary => JsonSerializer.Deserialize(Document.Current.Data.Span, SampleJson.Default.Diary)!;

    public async Task<Talk> RunAsync(TurnEvent occurred, params TurnEvent[] following)
    {
        Last = await bot.RunAsync(
            new TurnInput
            {
                Store = Store, Customer = Customer, Event = occurred, Following = following, Document = Stored is null ? null : ConversationDocument.Read(Stored), Now = Now, SigningKey = Key, Journal = Journal,
            },
            TestContext.Current.CancellationToken);
        Assert.Equal(Last.Control, Last.Document.Control);
        Stored = Last.Document.ToUtf8Bytes();
        return this;
    }

    public Task<Talk> SayAsync(string text, params string[] following) => RunAsync(Incoming.Text(text), [.. following.Select(Incoming.Text)]);

    public Task<Talk> CommandAsync(LaneControl control) => RunAsync(new ExternalTurn(ControlCommand.Kind, new ControlCommand(control).ToUtf8Bytes()));
}
