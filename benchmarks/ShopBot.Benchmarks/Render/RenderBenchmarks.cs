using System.Buffers;
using BenchmarkDotNet.Attributes;
using ShopBot.Benchmarks.Shopping;
using WhatsApp.Client;
using WhatsApp.Client.Serialization;

namespace ShopBot.Benchmarks.Render;

/// <summary>
/// A product's card with picture, price and buttons as the body of a send: from the message itself, and from its stored form, which is what the outbox does. Beside it the same bytes made
/// before and copied into the same kind of buffer.
/// </summary>
[MemoryDiagnoser]
public class RenderBenchmarks
{
    private static readonly Recipient Person = new Recipient.Phone("+4915550001111");
    private readonly SendOptions _options = new() { BizOpaqueCallbackData = "0198f3b2a7c84e2e" };
    private OutgoingMessage _message = null!;
    private byte[] _stored = [];
    private byte[] _body = [];

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _message = await ShoppingTurns.ReplyAsync(await ShoppingTurns.ProductAsync());
        _stored = MessageJson.Write(_message);
        using var body = SendBody.Write(Person, _message, _options, null);
        _body = body.ToArray();
    }

    [Benchmark(Baseline = true, Description = "bytes made before")]
    public int Prebuilt()
    {
        using var buffer = new PooledBuffer();
        buffer.Write(_body);
        return buffer.Written.Length;
    }

    [Benchmark(Description = "render message")]
    public int Message()
    {
        using var body = SendBody.Write(Person, _message, _options, null);
        return body.Written.Length;
    }

    [Benchmark(Description = "render stored message")]
    public int Stored()
    {
        using var body = SendBody.Write(Person, MessageJson.Read(_stored), _options, null);
        return body.Written.Length;
    }
}
