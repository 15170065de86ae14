using System.Threading.Channels;

namespace ShopBot.Benchmarks.Storage;

/// <summary>Batch while busy: a lone caller waits for nobody; callers that come while a group commits share the next one.</summary>
internal sealed class GroupQueue<TItem, TResult> : IAsyncDisposable
{
    private readonly Channel<(TItem Item, TaskCompletionSource<TResult> Answer)> _waiting =
        Channel.CreateBounded<(TItem, TaskCompletionSource<TResult>)>(1024);

    private readonly Task _writers;

    public GroupQueue(int writers, int largest, Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> commit) =>
        _writers = Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(() => WriteAsync(largest, commit))));

    public async Task<TResult> RunAsync(TItem item)
    {
        var answer = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _waiting.Writer.WriteAsync((item, answer));
        return await answer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.Complete();
        await _writers;
    }

    private async Task WriteAsync(int largest, Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> commit)
    {
        var group = new List<(TItem Item, TaskCompletionSource<TResult> Answer)>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (group.Count < largest && _waiting.Reader.TryRead(out var next))
                group.Add(next);
            if (group.Count == 0)
                continue;
            try
            {
                var answers = await commit(group.ConvertAll(g => g.Item));
                for (var i = 0; i < group.Count; i++)
                    group[i].Answer.SetResult(answers[i]);
            }
            catch (Exception e)
            {
                group.ForEach(g => g.Answer.TrySetException(e));
            }

            group.Clear();
        }
    }
}
