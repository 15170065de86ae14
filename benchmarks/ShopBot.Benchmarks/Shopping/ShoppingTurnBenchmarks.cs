using BenchmarkDotNet.Attributes;
using ShopBot.Benchmarks.Engine;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Turns;

namespace ShopBot.Benchmarks.Shopping;

/// <summary>A turn of the default shop, input to result, without storage and over a catalogue in memory, beside the same turn of a flow that only repeats the text.</summary>
[MemoryDiagnoser]
public class ShoppingTurnBenchmarks
{
    private readonly Bot _echo = Bot.Of(new EchoFlow());
    private TurnInput _said = null!;
    private TurnInput _greeting = null!;
    private TurnInput _product = null!;
    private TurnInput _cart = null!;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _said = ShoppingTurns.First("hi");
        _said = _said with { Document = ConversationDocument.Read((await _echo.RunAsync(_said)).Document.ToUtf8Bytes()) };
        _greeting = await ShoppingTurns.GreetingAsync();
        _product = await ShoppingTurns.ProductAsync();
        _cart = await ShoppingTurns.CartAsync();
    }

    [Benchmark(Baseline = true, Description = "echo turn")]
    public ValueTask<TurnResult> Echo() => _echo.RunAsync(_said);

    [Benchmark(Description = "shopping turn: greeting")]
    public ValueTask<TurnResult> Greeting() => ShoppingTurns.Bot.RunAsync(_greeting);

    [Benchmark(Description = "shopping turn: product")]
    public ValueTask<TurnResult> Product() => ShoppingTurns.Bot.RunAsync(_product);

    [Benchmark(Description = "shopping turn: into the cart")]
    public ValueTask<TurnResult> Cart() => ShoppingTurns.Bot.RunAsync(_cart);
}
