namespace WhatsApp.Emulator;

/// <summary>A bounded list that can be waited on.</summary>
internal sealed class JournalList<T>(int capacity)
    where T : class
{
    private readonly Lock _lock = new();
    private readonly Queue<T> _items = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Add(T item)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            _items.Enqueue(item);
            while (_items.Count > capacity)
                _items.Dequeue();
            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.SetResult();
    }

    public T[] Snapshot()
    {
        lock (_lock)
            return [.. _items];
    }

    public async Task<T> WaitForAsync(Func<T, bool> match, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_items.FirstOrDefault(match) is { } found)
                    return found;
                changed = _changed.Task;
            }

            try
            {
                await changed.WaitAsync(deadline.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"No matching {typeof(T).Name} came in {timeout.TotalSeconds:0.###} s.");
            }
        }
    }
}
