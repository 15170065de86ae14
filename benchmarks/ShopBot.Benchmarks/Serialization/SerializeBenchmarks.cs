using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using ShopBot.Benchmarks.Shopping;
using ShopBot.Engine.Turns;
using WhatsApp.Client;

namespace ShopBot.Benchmarks.Serialization;

/// <summary>
/// What a turn stores: the conversation's document (a cart with one line, the choices offered) and the outbox message (a product's card), each beside a <c>Utf8JsonWriter</c> that writes the
/// same members by hand into an array of its own.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class SerializeBenchmarks
{
    private readonly ByHand _hand = new();
    private ConversationDocument _document = null!;
    private ReplyButtonsMessage _message = null!;
    private byte[] _stored = [];

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _document = await ShoppingTurns.DocumentAsync(await ShoppingTurns.CartAsync());
        _message = (ReplyButtonsMessage)await ShoppingTurns.ReplyAsync(await ShoppingTurns.ProductAsync());
        _stored = _document.ToUtf8Bytes();
        if (!_stored.AsSpan().SequenceEqual(_hand.Write(_document)) || !MessageJson.Write(_message).AsSpan().SequenceEqual(_hand.Write(_message)))
            throw new InvalidOperationException("The floor does not write the same bytes.");
    }

    [Benchmark(Baseline = true, Description = "document by hand")]
    [BenchmarkCategory("document")]
    public byte[] DocumentByHand() => _hand.Write(_document);

    [Benchmark(Description = "write document")]
    [BenchmarkCategory("document")]
    public byte[] Document() => _document.ToUtf8Bytes();

    [Benchmark(Baseline = true, Description = "visit every token")]
    [BenchmarkCategory("read")]
    public int VisitEveryToken() => ByHand.Tokens(_stored);

    [Benchmark(Description = "read document")]
    [BenchmarkCategory("read")]
    public ConversationDocument ReadDocument() => ConversationDocument.Read(_stored);

    [Benchmark(Baseline = true, Description = "outbox message by hand")]
    [BenchmarkCategory("outbox")]
    public byte[] MessageByHand() => _hand.Write(_message);

    [Benchmark(Description = "write outbox message")]
    [BenchmarkCategory("outbox")]
    public byte[] Message() => MessageJson.Write(_message);
}
