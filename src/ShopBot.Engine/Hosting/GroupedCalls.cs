namespace ShopBot.Engine.Hosting;

/// <summary>
/// Batch while busy: callers that come while a call is under way ride together in the next one; a lone caller waits for nobody.
/// A group of at most one is no group: then every caller makes its own call, beside the others. Thread-safe.
/// </summary>
internal sealed class GroupedCalls<TItem, TResult>(
    Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> call, int maxGroup, int maxWaiting)
{
    private readonly Lock _lock = new();
    private readonly Queue<Rider> _waiting = new();
    private int _waitingItems;
    private bool _busy;

    /// <returns>The results of these items, in order.</returns>
    /// <exception cref="BacklogFullException">Too many items wait already; nothing was taken.</exception>
    public Task<IReadOnlyList<TResult>> RunAsync(IReadOnlyList<TItem> items)
    {
        if (maxGroup == 1)
            return call(items);
        var rider = new Rider(items);
        lock (_lock)
        {
            if (_busy)
            {
                if (_waitingItems + items.Count > maxWaiting)
                    throw new BacklogFullException();
                _waiting.Enqueue(rider);
                _waitingItems += items.Count;
                return rider.Done.Task;
            }

            _busy = true;
        }

        _ = DriveAsync([rider]);
        return rider.Done.Task;
    }

    private async Task DriveAsync(List<Rider> group)
    {
        while (true)
        {
            await CallAsync(group).ConfigureAwait(false);
            lock (_lock)
            {
                group = NextGroup();
                if (group.Count == 0)
                {
                    _busy = false;
                    return;
                }
            }
        }
    }

    private List<Rider> NextGroup()
    {
        var group = new List<Rider>();
        var size = 0;
        while (_waiting.TryPeek(out var next) && (group.Count == 0 || size + next.Items.Count <= maxGroup))
        {
            group.Add(_waiting.Dequeue());
            size += next.Items.Count;
        }

        _waitingItems -= size;
        return group;
    }

    private async Task CallAsync(List<Rider> group)
    {
        try
        {
            var items = group.Count == 1 ? group[0].Items : [.. group.SelectMany(rider => rider.Items)];
            var results = await call(items).ConfigureAwait(false);
            var start = 0;
            foreach (var rider in group)
            {
                var count = rider.Items.Count;
                rider.Done.SetResult(group.Count == 1 ? results : [.. results.Skip(start).Take(count)]);
                start += count;
            }
        }
        catch (Exception e)
        {
            foreach (var rider in group)
                rider.Done.TrySetException(e);
        }
    }

    private sealed class Rider(IReadOnlyList<TItem> items)
    {
        public IReadOnlyList<TItem> Items { get; } = items;

        public TaskCompletionSource<IReadOnlyList<TResult>> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
