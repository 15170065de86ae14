using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace ShopBot.Assistant.Tests;

/// <summary>A model that says and does what the test scripted.</summary>
internal sealed class FakeModel : IChatClient
{
    private readonly Queue<Func<CancellationToken, Task<ChatResponse>>> _answers = new();

    public List<(IReadOnlyList<ChatMessage> Messages, ChatOptions Options)> Asked { get; } = [];

    public FakeModel Says(string text, long tokens = 10) => Then(_ => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, text)) { Usage = new UsageDetails { TotalTokenCount = tokens } }));

    public FakeModel Does(string tool, params (string Name, object? Value)[] arguments) => Then(_ => Task.FromResult(new ChatResponse(new ChatMessage(
        ChatRole.Assistant, [new FunctionCallContent("call-1", tool, arguments.ToDictionary(argument => argument.Name, argument => argument.Value))]))));

    public FakeModel Fails(Exception fault) => Then(_ => throw fault);

    public FakeModel Hangs() => Then(async token =>
    {
        await Task.Delay(Timeout.Infinite, token);
        throw new InvalidOperationException();
    });

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Asked.Add(([.. messages], options!.Clone()));
        return _answers.Dequeue()(cancellationToken);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        yield break;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private FakeModel Then(Func<CancellationToken, Task<ChatResponse>> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }
}
