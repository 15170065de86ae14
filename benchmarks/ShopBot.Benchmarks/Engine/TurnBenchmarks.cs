using System.Text.Json;
using BenchmarkDotNet.Attributes;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Customers;
using ShopBot.Engine.Stores;
using ShopBot.Engine.Turns;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Benchmarks.Engine;

/// <summary>
/// What the engine's flow layer adds to a turn: input to result, in process, without storage. Beside it the flow's own work by hand, an empty call of an Orleans grain, and the plain
/// loop over a channel per conversation.
/// </summary>
[MemoryDiagnoser]
public class TurnBenchmarks
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private readonly Bot _bot = Bot.Of(new EchoFlow());
    private TurnInput _input = null!;
    private byte[] _stored = null!;
    private ChannelLoop _loop = null!;
    private GrainHost _grains = null!;

    [GlobalSetup]
    public async Task Setup()
    {
        var text = new TextReceived
        {
            WabaId = "1", Field = "messages", Raw = "{}"u8.ToArray(), Id = new MessageId("wamid.1"), Timestamp = Now, Type = "text", From = new MessageSender(), Body = "Hello there",
        };
        _input = new TurnInput
        {
            Store = new StoreProfile(StoreId.New(Now), "demo-shop.myshopify.com", "Demo", null, "EUR", "en"),
            Customer = CustomerId.New(),
            Event = new MessageTurn(text),
            Now = Now,
        };
        var first = await _bot.RunAsync(_input);
        _stored = first.Document.ToUtf8Bytes();
        _input = _input with { Document = ConversationDocument.Read(_stored) };
        _loop = new ChannelLoop();
        _grains = await GrainHost.StartAsync();
    }

    [GlobalCleanup]
    public async Task Cleanup()
    {
        await _loop.DisposeAsync();
        await _grains.DisposeAsync();
    }

    /// <summary>What the echo flow does itself: read its state, make the message, write its state.</summary>
    [Benchmark(Baseline = true, Description = "echo by hand")]
    public (OutgoingMessage Reply, byte[] State) FlowAlone()
    {
        var state = JsonSerializer.Deserialize(_input.Document!.Current.Data.Span, EchoJson.Default.EchoState)!;
        state = new EchoState { Count = state.Count + 1 };
        var reply = new TextMessage(((TextReceived)((MessageTurn)_input.Event).Message).Body);
        reply.Validate();
        return (reply, JsonSerializer.SerializeToUtf8Bytes(state, EchoJson.Default.EchoState));
    }

    /// <summary>The same through the engine: routes, effects, result.</summary>
    [Benchmark(Description = "echo turn")]
    public ValueTask<TurnResult> Turn() => _bot.RunAsync(_input);

    /// <summary>With the conversation's document read from its stored form and written again.</summary>
    [Benchmark(Description = "echo turn with document")]
    public async Task<byte[]> TurnWithDocument()
    {
        var result = await _bot.RunAsync(_input with { Document = ConversationDocument.Read(_stored) });
        return result.Document.ToUtf8Bytes();
    }

    /// <summary>A grain per conversation, an empty method, in the same process.</summary>
    [Benchmark(Description = "empty Orleans call")]
    public Task OrleansEmptyGrainCall() => _grains.CallAsync();

    /// <summary>A channel and a loop per conversation that do nothing.</summary>
    [Benchmark(Description = "channel per conversation")]
    public Task ChannelPerConversation() => _loop.CallAsync();
}
