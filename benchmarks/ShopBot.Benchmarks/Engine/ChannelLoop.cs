using System.Threading.Channels;

namespace ShopBot.Benchmarks.Engine;

/// <summary>The plain way to have one turn at a time: a channel per conversation, and a loop that reads it.</summary>
internal sealed class ChannelLoop : IAsyncDisposable
{
    private readonly Channel<TaskCompletionSource> _channel = Channel.CreateUnbounded<TaskCompletionSource>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _loop;

    public ChannelLoop() => _loop = Task.Run(RunAsync);

    public Task CallAsync()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _channel.Writer.TryWrite(done);
        return done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Writer.Complete();
        await _loop;
    }

    private async Task RunAsync()
    {
        await foreach (var done in _channel.Reader.ReadAllAsync())
            done.SetResult();
    }
}
